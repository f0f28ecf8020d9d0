import type { BankProfile } from '../profile.ts'

/** UOB hands out XLS: an account has withdrawals and deposits, a card its amounts in the foreign and in the local currency. */
export const uob: BankProfile = {
  id: 'uob',
  institution: 'UOB',
  layouts: [
    {
      headers: [
        'transaction date',
        'posting date',
        'description',
        'foreign currency type',
        'local currency type',
      ],
      accepts: (_rows, headers) =>
        headers[headers.indexOf('local currency type') + 1] === 'transaction amount',
      columns: {
        date: 'posting date',
        transactionDate: 'transaction date',
        description: ['description'],
        amount: 6,
        currency: 'local currency type',
      },
      dateOrder: 'dmy',
      sign: 'inverted',
      decimal: '.',
      currency: 'SGD',
      accountType: 'credit_card',
    },
    {
      headers: ['transaction date', 'transaction description', 'withdrawal', 'deposit', 'available balance'],
      columns: {
        date: 'transaction date',
        description: ['transaction description'],
        debit: 'withdrawal',
        credit: 'deposit',
        balance: 'available balance',
      },
      dateOrder: 'dmy',
      absolute: true,
      decimal: '.',
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
