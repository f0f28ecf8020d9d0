import type { RowVerdict } from '../layout.ts'
import type { BankLayout, BankProfile } from '../profile.ts'

const never = /^(?:denied|cancell?ed|voided|failed|expired|removed|declined|refused|blocked)$/i
const reservations =
  /^(?:authorization|order|invoice sent|invoice received|request sent|request received|.*\bmemo)$/i
const movesAtOnce = /withdrawal|transfer to bank|bank deposit|add(?:ed)? funds/i

/** Only rows that move the balance are transactions; a pending withdrawal has moved it already. */
function judge(_cells: readonly string[], cell: (header: string) => string): RowVerdict | null {
  const impact = cell('balance impact')
  const type = cell('type') || cell('description')
  const status = cell('status')
  if (/^memo$/i.test(impact) || (impact === '' && reservations.test(type)))
    return { skip: { code: 'not_balance', message: `'${type}' does not move the balance.` } }
  if (never.test(status))
    return { skip: { code: 'not_completed', message: `The payment was ${status.toLowerCase()}.` } }
  return /^pending$/i.test(status) && !movesAtOnce.test(type) ? { status: 'pending' } : { status: 'posted' }
}

const american = /^(?:P[SD]T|M[SD]T|C[SD]T|E[SD]T|America\/.*)$/

const shared = {
  dateOrder: 'detect',
  otherwise: (rows: readonly (readonly string[])[], headers: readonly string[]) => {
    const zoneAt = headers.findIndex((header) => header === 'timezone' || header === 'time zone')
    return american.test(rows[0]?.[zoneAt]?.trim() ?? '') ? 'mdy' : 'dmy'
  },
  currency: [
    'USD',
    'EUR',
    'GBP',
    'AUD',
    'CAD',
    'SGD',
    'HKD',
    'JPY',
    'NZD',
    'CHF',
    'SEK',
    'NOK',
    'DKK',
    'PLN',
    'MXN',
    'BRL',
    'THB',
    'TWD',
    'PHP',
    'CZK',
    'HUF',
    'ILS',
  ],
  accountType: 'checking',
  judge,
} satisfies Partial<BankLayout>

/** PayPal: the amount is Net, one account for each currency. */
export const paypal: BankProfile = {
  id: 'paypal',
  institution: 'PayPal',
  layouts: [
    {
      ...shared,
      headers: ['date', 'time', 'currency', 'gross', 'fee', 'net'],
      columns: {
        date: 'date',
        description: ['name', 'description', 'type'],
        amount: 'net',
        currency: 'currency',
        externalId: 'transaction id',
        reference: 'reference txn id',
        balance: 'balance',
        memo: ['note', 'subject', 'item title'],
      },
    },
    {
      ...shared,
      headers: ['date', 'time', 'name', 'type', 'status', 'amount'],
      oneOf: ['timezone', 'time zone'],
      columns: {
        date: 'date',
        description: ['name', 'type'],
        amount: ['total', 'amount'],
        currency: 'currency',
        externalId: 'transaction id',
        balance: 'balance',
      },
    },
  ],
}
