import type { AccountType } from '#lib/accounts/types.ts'
import { asDate, type CalendarDate } from '#lib/core/calendar.ts'
import { parseDecimal } from '#lib/core/money.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderRow } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import type { MastercardAccount, MastercardRow } from './answer.ts'

/** Amounts are JSON numbers: their shortest print is the decimal that was sent. */
function minorOf(amount: number, currency: string): bigint {
  const parsed = parseDecimal(String(amount), currency)
  if (!parsed) throw new ProviderError('bad_answer', 'Mastercard gave an amount that cannot be read.')
  return parsed.minor
}

export const dayOf = (epoch: number): CalendarDate =>
  asDate(new Date(epoch * 1000).toISOString().slice(0, 10))

const kinds = new Map<string, AccountType>(
  Object.entries({
    savings: 'savings',
    moneyMarket: 'savings',
    cd: 'savings',
    creditCard: 'credit_card',
    lineOfCredit: 'loan',
    loan: 'loan',
    mortgage: 'loan',
    investment: 'investment',
    brokerageAccount: 'investment',
    ira: 'investment',
    roth: 'investment',
  }),
)
const currencyOf = (account: MastercardAccount): string => account.currency ?? 'USD'

/** Logins that need their owner: a wrong password, a question to answer, an institution that wants to be visited. */
const personsCodes = new Set([103, 108, 109, 185, 187, 945, 946, 947, 948])
export const needsPerson = ({ aggregationStatusCode }: MastercardAccount): boolean =>
  personsCodes.has(aggregationStatusCode ?? 0)
export const isFresh = ({ aggregationStatusCode }: MastercardAccount): boolean => !aggregationStatusCode

export function accountOf(account: MastercardAccount, today: CalendarDate): ProviderAccount {
  const currency = currencyOf(account)
  const { balance } = account
  return {
    id: account.id,
    name: plainText(account.name ?? '') || 'Account',
    institution: null,
    type: kinds.get(account.type ?? '') ?? 'checking',
    currency,
    last4: /(\d{4})$/.exec(account.accountNumberDisplay ?? '')?.[1] ?? null,
    balance:
      balance === null || balance === undefined
        ? null
        : {
            minor: minorOf(balance, currency),
            available: null,
            asOf: account.balanceDate ? dayOf(account.balanceDate) : today,
          },
  }
}

/** A `shadow` row is a pending one that was replaced: it is no row any more. */
export function rowOf(
  row: MastercardRow,
  account: MastercardAccount,
  today: CalendarDate,
): ProviderRow | null {
  if (row.status === 'shadow') return null
  const description = plainText(row.description ?? '')
  const booked = row.postedDate || row.transactionDate
  return {
    accountId: row.accountId,
    id: row.id,
    pendingId: null,
    date: booked ? dayOf(booked) : today,
    transactionDate: row.transactionDate ? dayOf(row.transactionDate) : null,
    minor: minorOf(row.amount, currencyOf(account)),
    payee: plainText(row.categorization?.normalizedPayeeName ?? '') || description,
    rawDescription: description,
    memo: plainText(row.memo ?? '') || null,
    checkNumber: plainText(row.checkNum ?? '') || null,
    status: row.status === 'pending' ? 'pending' : 'posted',
    providerCategory: plainText(row.categorization?.category ?? '') || null,
  }
}
