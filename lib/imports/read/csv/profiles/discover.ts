import type { BankProfile } from '../profile.ts'

/** Discover cards print charges as positive numbers; its bank accounts have debit and credit columns. */
export const discover: BankProfile = {
  id: 'discover',
  institution: 'Discover',
  layouts: [
    {
      headers: ['trans date', 'post date', 'description', 'amount', 'category'],
      exact: true,
      columns: {
        date: 'post date',
        transactionDate: 'trans date',
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
    {
      headers: [
        'transaction date',
        'transaction description',
        'transaction type',
        'debit',
        'credit',
        'balance',
      ],
      exact: true,
      columns: {
        date: 'transaction date',
        description: ['transaction description'],
        debit: 'debit',
        credit: 'credit',
        balance: 'balance',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
  ],
}
