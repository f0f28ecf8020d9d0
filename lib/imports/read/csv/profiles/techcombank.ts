import type { BankProfile } from '../profile.ts'

/** Techcombank: English headers; its references begin with TCB or FT. */
export const techcombank: BankProfile = {
  id: 'techcombank',
  institution: 'Techcombank',
  layouts: [
    {
      headers: ['transaction date', 'description', 'amount', 'balance', 'reference'],
      exact: true,
      accepts: (rows, headers) =>
        rows.some((row) => /^(?:TCB|FT)\d/.test(row[headers.indexOf('reference')] ?? '')),
      columns: {
        date: 'transaction date',
        description: ['description'],
        amount: 'amount',
        balance: 'balance',
        externalId: 'reference',
      },
      dateOrder: 'detect',
      otherwise: () => 'dmy',
      currency: 'VND',
      accountType: 'checking',
    },
  ],
}
