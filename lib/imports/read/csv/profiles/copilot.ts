import type { BankProfile } from '../profile.ts'

/** Copilot Money's export of all accounts: spending is positive. */
export const copilot: BankProfile = {
  id: 'copilot',
  institution: 'Copilot',
  layouts: [
    {
      headers: ['date', 'name', 'amount', 'status', 'category', 'parent category', 'excluded', 'account'],
      columns: {
        date: 'date',
        description: ['name'],
        amount: 'amount',
        status: 'status',
        category: 'category',
        accountName: 'account',
        memo: 'note',
      },
      dateOrder: 'ymd',
      sign: 'inverted',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
      judge: (_cells, cell) => {
        const mask = cell('account mask')
        return /^\d{4}$/.test(mask) ? { accountName: `${cell('account')} (...${mask})` } : null
      },
    },
  ],
}
