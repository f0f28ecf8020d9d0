import { asDate } from '#lib/core/calendar.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderRow } from '../port.ts'
import type { SepayAccount, SepayRow } from './answer.ts'

/** Dong have no decimals. SePay counts the balance up from what it has seen, and says 0 where it knows none. */
export function accountOf(account: SepayAccount, today: ProviderRow['date']): ProviderAccount {
  const bank = plainText(account.bank_brand_name ?? account.bank_short_name ?? '')
  const last4 = /(\d{4})$/.exec(account.account_number)?.[1] ?? null
  const known = account.accumulated !== null && account.accumulated !== undefined && account.accumulated !== 0
  return {
    id: account.id,
    name: plainText(account.label ?? '') || `${bank} ${last4 ?? ''}`.trim(),
    institution: bank || null,
    type: 'checking',
    currency: 'VND',
    last4,
    balance: known ? { minor: BigInt(account.accumulated ?? 0), available: null, asOf: today } : null,
  }
}

/** The day is the one written: SePay gives Vietnam's time without a zone, and the bank booked it on that day. */
export function rowOf(row: SepayRow): ProviderRow {
  const description = plainText(row.transaction_content ?? '') || plainText(row.reference_number ?? '')
  return {
    accountId: row.bank_account_id,
    id: row.id,
    pendingId: null,
    date: asDate(row.transaction_date.slice(0, 10)),
    transactionDate: null,
    minor: BigInt(row.amount_in) - BigInt(row.amount_out),
    payee: description,
    rawDescription: description,
    memo: plainText(row.reference_number ?? '') || null,
    checkNumber: null,
    status: 'posted',
    providerCategory: null,
  }
}
