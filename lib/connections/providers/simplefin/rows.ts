import type { AccountType } from '#lib/accounts/types.ts'
import { asDate, type CalendarDate } from '#lib/core/calendar.ts'
import { isCurrencyCode } from '#lib/core/currency.ts'
import { parseDecimal } from '#lib/core/money.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderRow } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import type { AccountSet, SimplefinAccount, SimplefinRow } from './answer.ts'

/** The day of an epoch. Banks book at midnight or noon UTC; any other zone would move the former. */
export const dayOf = (epoch: number): CalendarDate =>
  asDate(new Date(epoch * 1000).toISOString().slice(0, 10))

function minorOf(text: string, currency: string): bigint {
  const parsed = parseDecimal(text.trim(), currency)
  if (!parsed) throw new ProviderError('bad_answer', 'The provider gave an amount that cannot be read.')
  return parsed.minor
}

/** SimpleFIN has no account types; the name is all there is. */
function typeOf(name: string, hasHoldings: boolean): AccountType {
  const kinds: [RegExp, AccountType][] = [
    [/\b(credit|card|visa|mastercard|amex|platinum|sapphire|freedom|rewards)\b/i, 'credit_card'],
    [/\b(mortgage|loan|heloc|auto finance)\b/i, 'loan'],
    [/\b(saving|savings|money market|cd|certificate)\b/i, 'savings'],
    [/\b(401\(?k\)?|ira|brokerage|invest\w*|roth|529|hsa)\b/i, 'investment'],
  ]
  const found = kinds.find(([pattern]) => pattern.test(name))?.[1]
  return found ?? (hasHoldings ? 'investment' : 'checking')
}

const last4Of = (name: string): string | null => /(?:^|\D)(\d{4})\)?\s*$/.exec(name)?.[1] ?? null

/** Whether the account is in money: a currency may also be the address of a custom one. */
export const isMoney = (account: SimplefinAccount): boolean => isCurrencyCode(account.currency)

export function accountOf(account: SimplefinAccount, set: AccountSet): ProviderAccount {
  const connection = set.connections.find(({ conn_id }) => conn_id === account.conn_id)
  const institution = account.org?.name || account.org?.domain || connection?.org_name || connection?.name
  const available = account['available-balance']
  const name = plainText(account.name)
  return {
    id: account.id,
    name,
    institution: institution ? plainText(institution) : null,
    type: typeOf(name, (account.holdings?.length ?? 0) > 0),
    currency: account.currency,
    last4: last4Of(name),
    balance: {
      minor: minorOf(account.balance, account.currency),
      available: available ? minorOf(available, account.currency) : null,
      asOf: dayOf(account['balance-date']),
    },
  }
}

export function rowOf(row: SimplefinRow, account: SimplefinAccount, now: Date): ProviderRow {
  const pending = row.pending === true || row.posted === 0
  const transacted = row.transacted_at ? dayOf(row.transacted_at) : null
  const today = dayOf(Math.floor(now.getTime() / 1000))
  const description = plainText(row.description)
  return {
    accountId: account.id,
    id: row.id,
    pendingId: null,
    date: row.posted > 0 ? dayOf(row.posted) : (transacted ?? today),
    transactionDate: transacted,
    minor: minorOf(row.amount, account.currency),
    payee: plainText(row.payee ?? '') || description,
    rawDescription: description,
    memo: plainText(row.memo ?? '') || null,
    checkNumber: null,
    status: pending ? 'pending' : 'posted',
    providerCategory: null,
  }
}
