import type { BankProfile } from '../profile.ts'

const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/** Triodos in the Netherlands: no headers; own account, unsigned amount and its direction, then the other side. */
export const triodos: BankProfile = {
  id: 'triodos',
  institution: 'Triodos Bank',
  layouts: [
    {
      cells: [
        'date',
        iban,
        'amount',
        /^(?:debet|credit)$/i,
        /^/,
        /^(?:[A-Z0-9]{5,34})?$/,
        /^[A-Z]{2,3}$/,
        /^/,
        'amount',
      ],
      columns: { date: 0, account: 1, amount: 2, type: 3, description: [4, 7], balance: 8 },
      dateOrder: 'dmy',
      currency: 'EUR',
      accountType: 'checking',
    },
  ],
}
