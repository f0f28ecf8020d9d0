import { dateInZone } from '#lib/core/calendar.ts'
import { parseDecimal } from '#lib/core/money.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderRow } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import type { PaypalBalances, PaypalDetail } from './answer.ts'

type Amount = { currency_code: string; value: string }

function minorOf({ value, currency_code }: Amount): bigint {
  const parsed = parseDecimal(value.trim(), currency_code)
  if (!parsed) throw new ProviderError('bad_answer', 'PayPal gave an amount that cannot be read.')
  return parsed.minor
}

/** One account per currency; its id is the currency, since PayPal has no other. */
export const accountsOf = ({ balances, as_of_time }: PaypalBalances): ProviderAccount[] =>
  balances.map(({ currency, total_balance, available_balance }) => ({
    id: currency,
    name: `PayPal ${currency}`,
    institution: 'PayPal',
    type: 'checking',
    currency,
    last4: null,
    balance: {
      minor: minorOf(total_balance),
      available: available_balance ? minorOf(available_balance) : null,
      asOf: dateInZone(new Date(as_of_time), 'UTC'),
    },
  }))

/** What groups of event codes are. A `movement` is money of the holder's own on its way, never spending. */
const groups: Record<string, { text: string; movement: boolean }> = {
  T01: { text: 'PayPal fee', movement: false },
  T02: { text: 'PayPal currency conversion', movement: true },
  T03: { text: 'PayPal deposit from bank account', movement: true },
  T04: { text: 'PayPal withdrawal to bank account', movement: true },
  T07: { text: 'PayPal deposit from card', movement: true },
  T11: { text: 'PayPal reversal', movement: false },
  T15: { text: 'PayPal hold', movement: false },
  T20: { text: 'PayPal transfer', movement: true },
  T21: { text: 'PayPal hold', movement: false },
}

const isHold = (code: string): boolean => code.startsWith('T15') || code.startsWith('T21')

/** The name of whom it was with: PayPal gives it in one field or in two, or only an address. */
function partyOf({ payer_info, transaction_info, cart_info }: PaypalDetail): string {
  const name = payer_info?.payer_name
  const said = [
    name?.alternate_full_name,
    [name?.given_name, name?.surname].filter(Boolean).join(' '),
    payer_info?.email_address,
    transaction_info.transaction_subject,
    cart_info?.item_details?.find(({ item_name }) => item_name)?.item_name,
  ]
  return said.map((text) => plainText(text ?? '')).find((text) => text !== '') ?? ''
}

/** Ids alone repeat: a payment, its fee and its conversion may share one. */
export function keyOf({ transaction_info: info }: PaypalDetail): string {
  const { currency_code, value } = info.transaction_amount
  return `${info.transaction_id} ${info.transaction_event_code} ${currency_code} ${value}`
}

/**
 * Rows of one record: the amount, and its fee as a row of its own, because the balance moves by both and the amount alone is
 * what the other side shows. Denied ones moved nothing; a reversed one stays, its reversal is another record.
 */
export function rowsOf(detail: PaypalDetail, timeZone: string): ProviderRow[] {
  const info = detail.transaction_info
  if (info.transaction_status === 'D') return []
  const code = info.transaction_event_code
  const group = groups[code.slice(0, 3)]
  const party = partyOf(detail)
  const date = dateInZone(new Date(info.transaction_initiation_date), timeZone)
  const text = group?.movement || party === '' ? (group?.text ?? 'PayPal') : party
  const note = plainText(info.transaction_note ?? '') || plainText(info.transaction_subject ?? '')
  const row: ProviderRow = {
    accountId: info.transaction_amount.currency_code,
    id: keyOf(detail),
    pendingId: null,
    date,
    transactionDate: null,
    minor: minorOf(info.transaction_amount),
    payee: text,
    rawDescription: text,
    memo: note && note !== text ? note : null,
    checkNumber: null,
    status: info.transaction_status === 'P' || isHold(code) ? 'pending' : 'posted',
    providerCategory: group?.movement ? 'Transfer' : code.startsWith('T01') ? 'Bank Fees' : null,
  }
  const fee = info.fee_amount
  const rows = row.minor === 0n ? [] : [row]
  if (!fee || minorOf(fee) === 0n) return rows
  const feeText = 'PayPal fee'
  return [
    ...rows,
    {
      ...row,
      accountId: fee.currency_code,
      id: `${row.id} fee ${fee.value}`,
      minor: minorOf(fee),
      payee: feeText,
      rawDescription: feeText,
      memo: party || null,
      providerCategory: 'Bank Fees',
    },
  ]
}

/** Holds that were released again hold nothing: both records are left out. */
export function withoutReleased(details: readonly PaypalDetail[]): PaypalDetail[] {
  const groupOf = ({ transaction_info: info }: PaypalDetail) =>
    `${info.paypal_reference_id || info.transaction_id} ${info.transaction_amount.currency_code}`
  const held = new Map<string, bigint>()
  for (const detail of details)
    if (isHold(detail.transaction_info.transaction_event_code)) {
      const sum = held.get(groupOf(detail)) ?? 0n
      held.set(groupOf(detail), sum + minorOf(detail.transaction_info.transaction_amount))
    }
  return details.filter(
    (detail) => !isHold(detail.transaction_info.transaction_event_code) || held.get(groupOf(detail)) !== 0n,
  )
}
