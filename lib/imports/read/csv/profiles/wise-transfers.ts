import type { RowVerdict } from '../layout.ts'
import type { BankLayout } from '../profile.ts'

const never = /^(?:cancelled|refunded|charged.?back|failed|bounced)/i
const done = /^(?:completed|outgoing payment sent|outgoing_payment_sent)$/i

const minus = (amount: string): string => (amount === '' ? '' : `-${amount.replace(/^-/, '')}`)

/** The amounts are after fees: what leaves is the amount and its fee, what arrives is the amount alone. */
function judge(_cells: readonly string[], cell: (header: string) => string): RowVerdict {
  const state = cell('status')
  if (never.test(state)) return { skip: { code: 'not_completed', message: `The transfer was ${state}.` } }
  const status = done.test(state) ? 'posted' : 'pending'
  if (cell('direction').toUpperCase() === 'IN')
    return {
      status,
      payee: cell('source name'),
      amounts: [cell('target amount')],
      currency: cell('target currency'),
    }
  const sent = {
    amounts: [minus(cell('source amount')), minus(feeIn(cell))],
    currency: cell('source currency'),
  }
  if (cell('direction').toUpperCase() !== 'NEUTRAL') return { status, payee: cell('target name'), ...sent }
  const arrives = { amount: cell('target amount'), currency: cell('target currency') }
  return { status, payee: cell('target name'), ...sent, arrives }
}

const feeIn = (cell: (header: string) => string): string =>
  cell('source fee currency') === cell('source currency') ? cell('source fee amount') : ''

/** The list of all transfers of Wise: each row names both sides, with their currencies. */
export const wiseTransfers: BankLayout = {
  headers: [
    'id',
    'status',
    'direction',
    'created on',
    'finished on',
    'source name',
    'source amount',
    'source currency',
    'target name',
    'target amount',
    'target currency',
  ],
  columns: {
    date: 'finished on',
    transactionDate: 'created on',
    description: ['source name', 'target name', 'reference'],
    amount: 'source amount',
    currency: 'source currency',
    externalId: 'id',
    reference: 'reference',
    category: 'category',
    memo: ['note', 'reference'],
  },
  dateOrder: 'ymd',
  decimal: '.',
  currency: ['EUR', 'GBP', 'USD'],
  accountType: 'checking',
  judge,
}
