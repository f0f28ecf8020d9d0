import type { BankProfile } from '../profile.ts'

const hyphened = /^\d{2}-\d{2}-\d{4}$/

/** Citi: cards (a number under Credit is money in whatever its sign) and checking, whose days are `06-01-2026`. */
export const citi: BankProfile = {
  id: 'citi',
  institution: 'Citi',
  layouts: [
    {
      headers: ['status', 'date', 'description', 'debit', 'credit'],
      without: ['account', 'amount', 'balance'],
      columns: {
        date: 'date',
        description: ['description'],
        debit: 'debit',
        credit: 'credit',
        status: 'status',
        category: 'category',
      },
      dateOrder: 'mdy',
      absolute: true,
      decimal: '.',
      currency: 'USD',
      accountType: 'credit_card',
    },
    {
      headers: ['date', 'description', 'debit', 'credit'],
      exact: true,
      accepts: (rows) =>
        rows.length > 0 && rows.slice(0, 20).every((row) => hyphened.test(row[0]?.trim() ?? '')),
      columns: { date: 'date', description: ['description'], debit: 'debit', credit: 'credit' },
      dateOrder: 'detect',
      otherwise: () => 'mdy',
      decimal: '.',
      absolute: true,
      currency: 'USD',
      accountType: 'checking',
    },
  ],
}
