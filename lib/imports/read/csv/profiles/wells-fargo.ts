import type { BankProfile } from '../profile.ts'

/** Wells Fargo: five columns without headers (the third is always `*`), and the newer layout with headers. */
export const wellsFargo: BankProfile = {
  id: 'wells-fargo',
  institution: 'Wells Fargo',
  layouts: [
    {
      cells: [/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'amount', /^\*$/, /^(?:\*|\d*)$/, /^/],
      columns: { date: 0, amount: 1, checkNumber: 3, description: [4] },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'guess',
      judge: (cells) => (cells[3]?.trim() === '*' ? { checkNumber: null } : null),
    },
    {
      headers: ['date', 'description', 'amount', 'check #', 'status'],
      columns: {
        date: 'date',
        description: ['description'],
        amount: 'amount',
        checkNumber: 'check #',
        status: 'status',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'guess',
    },
  ],
}
