import type { AccountType } from '#lib/accounts/types.ts'
import { isLiability } from '#lib/accounts/types.ts'
import { type CalendarDate, dateInZone, parseDate } from '#lib/core/calendar.ts'
import { isCurrencyCode } from '#lib/core/currency.ts'
import { parseDecimal } from '#lib/core/money.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderContext, ProviderRow } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import type { PlaidAccount, PlaidItem, PlaidRow } from './answer.ts'

const unreadable = (what: string) =>
  new ProviderError('bad_answer', `The provider gave ${what} that cannot be read.`)

/** The shortest decimal of a JSON number is the one the provider wrote, up to fifteen digits. */
function minorOf(amount: number, currency: string): bigint {
  const parsed = parseDecimal(String(amount), currency)
  if (!parsed) throw unreadable('an amount')
  return parsed.minor
}

function dayOf(text: string): CalendarDate {
  const day = parseDate(text.slice(0, 10))
  if (!day) throw unreadable('a date')
  return day
}

type InCurrency = { iso_currency_code?: string | null | undefined }

/** The currency when it is money; null for points and coins, which Plaid names elsewhere. */
export const currencyOf = ({ iso_currency_code: code }: InCurrency): string | null =>
  code && isCurrencyCode(code) ? code : null

const savings = ['savings', 'money market', 'cd', 'hsa', 'isa', 'cash isa']

function typeOf({ type, subtype }: PlaidAccount): AccountType {
  if (type === 'depository') return savings.includes(subtype ?? '') ? 'savings' : 'checking'
  if (type === 'credit') return 'credit_card'
  if (type === 'loan') return 'loan'
  return type === 'investment' || type === 'brokerage' ? 'investment' : 'other'
}

/** When the figures of an account are from: the bank's own time, else the last refresh of the login. */
export function asOf(account: PlaidAccount, { status }: PlaidItem, context: ProviderContext): CalendarDate {
  const said = account.balances.last_updated_datetime ?? status?.transactions?.last_successful_update
  const instant = said ? new Date(said) : context.now
  return dateInZone(Number.isNaN(instant.getTime()) ? context.now : instant, context.timeZone)
}

/** An account in money; what a card or a loan owes is negative here and positive there. */
export function accountOf(
  account: PlaidAccount,
  item: PlaidItem,
  currency: string,
  context: ProviderContext,
): ProviderAccount {
  const type = typeOf(account)
  const { current, available } = account.balances
  const institution = item.item.institution_name
  const stated = current === null || current === undefined ? null : minorOf(current, currency)
  return {
    id: account.account_id,
    name: plainText(account.name),
    institution: institution ? plainText(institution) : null,
    type,
    currency,
    last4: /^[0-9a-z]{2,4}$/i.test(account.mask ?? '') ? (account.mask ?? null) : null,
    balance:
      stated === null
        ? null
        : {
            minor: isLiability(type) ? -stated : stated,
            available: available === null || available === undefined ? null : minorOf(available, currency),
            asOf: asOf(account, item, context),
          },
  }
}

/** A row in the holder's sign: Plaid counts money that leaves as positive. */
export function rowOf(row: PlaidRow, currency: string): ProviderRow {
  const name = plainText(row.name ?? '')
  const raw = plainText(row.original_description ?? '') || name
  const category = row.personal_finance_category
  return {
    accountId: row.account_id,
    id: row.transaction_id,
    pendingId: row.pending_transaction_id || null,
    date: dayOf(row.date),
    transactionDate: row.authorized_date ? dayOf(row.authorized_date) : null,
    minor: -minorOf(row.amount, currency),
    payee: plainText(row.merchant_name ?? '') || name || raw,
    rawDescription: raw,
    memo: null,
    checkNumber: plainText(row.check_number ?? '') || null,
    status: row.pending ? 'pending' : 'posted',
    providerCategory: category ? category.detailed || category.primary : null,
  }
}
