import type { BankProfile } from '../profile.ts'

/** Capital One: cards with debit and credit columns, 360 accounts with a type column and unsigned amounts. */
export const capitalOne: BankProfile = {
  id: 'capital-one',
  institution: 'Capital One',
  layouts: [
    {
      headers: ['transaction date', 'posted date', 'card no', 'description', 'category', 'debit', 'credit'],
      columns: {
        date: 'posted date',
        transactionDate: 'transaction date',
        description: ['description'],
        debit: 'debit',
        credit: 'credit',
        category: 'category',
      },
      dateOrder: 'detect',
      otherwise: () => 'mdy',
      decimal: '.',
      currency: ['USD', 'CAD', 'GBP'],
      accountType: 'credit_card',
    },
    {
      headers: [
        'account number',
        'transaction description',
        'transaction date',
        'transaction type',
        'transaction amount',
        'balance',
      ],
      columns: {
        date: 'transaction date',
        description: ['transaction description'],
        amount: 'transaction amount',
        type: 'transaction type',
        balance: 'balance',
        account: 'account number',
      },
      dateOrder: 'detect',
      otherwise: () => 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
  ],
}
