import type { BankProfile } from '../profile.ts'

/** Monarch's export of all accounts. */
export const monarch: BankProfile = {
  id: 'monarch',
  institution: 'Monarch',
  layouts: [
    {
      headers: ['date', 'merchant', 'category', 'account', 'original statement', 'amount'],
      columns: {
        date: 'date',
        description: ['merchant', 'original statement'],
        amount: 'amount',
        category: 'category',
        accountName: 'account',
        memo: 'notes',
      },
      dateOrder: 'detect',
      otherwise: () => 'mdy',
      decimal: '.',
      currency: ['USD', 'CAD'],
      accountType: 'checking',
    },
  ],
}
