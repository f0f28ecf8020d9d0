import type { BankProfile } from '../profile.ts'

/** Apple Card prints charges as positive numbers. */
export const appleCard: BankProfile = {
  id: 'apple-card',
  institution: 'Apple Card',
  layouts: [
    {
      headers: ['transaction date', 'clearing date', 'description', 'merchant', 'category', 'type'],
      columns: {
        date: 'clearing date',
        transactionDate: 'transaction date',
        description: ['description'],
        amount: 'amount',
        category: 'category',
      },
      dateOrder: 'mdy',
      sign: 'inverted',
      decimal: '.',
      currency: 'USD',
      accountType: 'credit_card',
    },
  ],
}
