import type { BankProfile } from '../profile.ts'

/** The export of Sure (and of Maybe before it): spending is positive. */
export const sure: BankProfile = {
  id: 'sure',
  institution: 'Sure',
  layouts: [
    {
      headers: ['date', 'account_name', 'amount', 'name', 'category', 'tags', 'notes', 'currency'],
      columns: {
        date: 'date',
        description: ['name'],
        amount: 'amount',
        category: 'category',
        currency: 'currency',
        accountName: 'account_name',
        memo: 'notes',
      },
      dateOrder: 'ymd',
      sign: 'inverted',
      decimal: '.',
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
