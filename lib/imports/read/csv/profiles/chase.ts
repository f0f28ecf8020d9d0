import type { BankProfile } from '../profile.ts'

/** JPMorgan Chase: checking with running balance, card with two dates, and the layout of 2009 without headers. */
export const chase: BankProfile = {
  id: 'chase',
  institution: 'Chase',
  layouts: [
    {
      headers: ['details', 'posting date', 'description', 'amount', 'type'],
      columns: {
        date: 'posting date',
        description: ['description'],
        amount: 'amount',
        balance: 'balance',
        checkNumber: 'check or slip #',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
    {
      headers: ['transaction date', 'post date', 'description', 'category', 'type', 'amount'],
      columns: {
        date: 'post date',
        transactionDate: 'transaction date',
        description: ['description'],
        amount: 'amount',
        category: 'category',
        memo: 'memo',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'credit_card',
    },
    {
      headers: ['type', 'post date', 'description', 'amount', 'check or slip #'],
      columns: {
        date: 'post date',
        description: ['description'],
        amount: 'amount',
        checkNumber: 'check or slip #',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
    {
      headers: ['type', 'trans date', 'post date', 'description', 'amount'],
      columns: {
        date: 'post date',
        transactionDate: 'trans date',
        description: ['description'],
        amount: 'amount',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'credit_card',
    },
    {
      cells: [/^(?:DEBIT|CREDIT|CHECK|DSLIP)$/, 'stamp', 'text', 'amount'],
      columns: { date: 1, description: [2], amount: 3 },
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
  ],
}
