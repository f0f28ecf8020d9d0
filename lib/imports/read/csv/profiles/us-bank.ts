import type { BankProfile } from '../profile.ts'

/** U.S. Bank: "Transaction" holds DEBIT, CREDIT or a check number; its download memo holds card digits and is dropped. */
export const usBank: BankProfile = {
  id: 'us-bank',
  institution: 'U.S. Bank',
  layouts: [
    {
      headers: ['date', 'transaction', 'name', 'memo', 'amount'],
      columns: { date: 'date', description: ['name'], memo: 'memo', amount: 'amount' },
      dateOrder: 'detect',
      otherwise: () => 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'guess',
      judge: (_cells, cell) => {
        const transaction = cell('transaction')
        const verdict = /^\d+$/.test(transaction) ? { checkNumber: transaction } : {}
        return /^download from usbank/i.test(cell('memo')) ? { ...verdict, memo: null } : verdict
      },
    },
  ],
}
