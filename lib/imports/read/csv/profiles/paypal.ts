import { foldHeader } from '../../text.ts'
import type { RowJudge } from '../layout.ts'
import type { BankLayout, BankProfile } from '../profile.ts'
import { type PaypalWords, paypalWords } from './paypal-words.ts'

const never =
  /^(?:denied|cancell?ed|voided|failed|expired|removed|declined|refused|blocked|abgelehnt|storniert|fehlgeschlagen|abgelaufen|refuse|annule|echoue|expire|rechazado|cancelado|fallido|rifiutato|annullato|non riuscito|geweigerd|geannuleerd|mislukt|recusado|negado)e?$/
const waits =
  /^(?:pending|ausstehend|offen|en attente|pendiente|in sospeso|in attesa|in behandeling|pendente)$/
const reservations =
  /^(?:authorization|order|invoice sent|invoice received|request sent|request received|.*\bmemo)$/i
const movesAtOnce =
  /withdrawal|transfer to bank|bank deposit|add(?:ed)? funds|abbuchung|retrait|retiro|prelievo|opname|saque/i

type Names = Pick<PaypalWords, 'type' | 'text' | 'status' | 'impact'>

/** Only rows that move the balance are transactions; a pending withdrawal has moved it already. */
const judgeBy =
  (names: Names): RowJudge =>
  (_cells, cell) => {
    const impact = cell(names.impact)
    const type = cell(names.type) || cell(names.text)
    const status = foldHeader(cell(names.status))
    if (/^m[eé]mo(?:rando)?$/i.test(impact) || (impact === '' && reservations.test(type)))
      return { skip: { code: 'not_balance', message: `'${type}' does not move the balance.` } }
    if (never.test(status)) return { skip: { code: 'not_completed', message: `The payment was ${status}.` } }
    return { status: waits.test(status) && !movesAtOnce.test(type) ? 'pending' : 'posted' }
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
  judge: judgeBy({ type: 'type', text: 'description', status: 'status', impact: 'balance impact' }),
} satisfies Partial<BankLayout>

const translated = (words: PaypalWords): BankLayout => ({
  ...shared,
  headers: [words.date, words.time, words.currency, words.gross, words.net],
  oneOf: words.fee,
  columns: {
    date: words.date,
    description: [words.name, words.type, words.text],
    amount: words.net,
    currency: words.currency,
    externalId: words.id,
    reference: words.reference,
    balance: words.balance,
    memo: words.notes,
  },
  judge: judgeBy(words),
})

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
    ...paypalWords.map(translated),
  ],
}
