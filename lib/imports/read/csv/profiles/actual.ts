import type { BankProfile } from '../profile.ts'

/** Actual's export: the whole of a split stands beside its parts, under another column, and is left out. */
export const actual: BankProfile = {
  id: 'actual',
  institution: 'Actual',
  layouts: [
    {
      headers: ['account', 'date', 'payee', 'notes', 'category', 'amount'],
      oneOf: ['cleared', 'split_amount'],
      columns: {
        date: 'date',
        description: ['payee', 'notes'],
        amount: 'amount',
        category: 'category',
        accountName: 'account',
        memo: 'notes',
      },
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'detect',
      accountType: 'checking',
      judge: (_cells, cell) =>
        /[1-9]/.test(cell('split_amount')) && !/[1-9]/.test(cell('amount'))
          ? {
              skip: {
                code: 'not_balance',
                message: 'The whole of a split, whose parts are rows of their own.',
              },
            }
          : null,
    },
  ],
}
