import type { BankProfile } from '../profile.ts'

/** Mint's export of all accounts: unsigned amounts, a type column, an account's name in each row. */
export const mint: BankProfile = {
  id: 'mint',
  institution: 'Mint',
  layouts: [
    {
      headers: ['date', 'description', 'original description', 'amount', 'transaction type', 'account name'],
      columns: {
        date: 'date',
        description: ['description', 'original description'],
        amount: 'amount',
        type: 'transaction type',
        category: 'category',
        accountName: 'account name',
        memo: 'notes',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: ['USD', 'CAD'],
      accountType: 'checking',
    },
  ],
}
