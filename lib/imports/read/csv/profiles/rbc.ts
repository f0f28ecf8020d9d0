import type { BankProfile } from '../profile.ts'

/** Royal Bank of Canada: a column for each currency, several accounts in a file. */
export const rbc: BankProfile = {
  id: 'rbc',
  institution: 'RBC',
  layouts: [
    {
      headers: ['account type', 'account number', 'transaction date', 'description 1', 'cad$'],
      columns: {
        date: 'transaction date',
        description: ['description 1', 'description 2'],
        amount: 'cad$',
        account: 'account number',
        accountName: 'account type',
        checkNumber: 'cheque number',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'CAD',
      accountType: 'checking',
      judge: (_cells, cell) => {
        const dollars = cell('usd$')
        return dollars === '' ? null : { amounts: [dollars], currency: 'USD' }
      },
    },
  ],
}
