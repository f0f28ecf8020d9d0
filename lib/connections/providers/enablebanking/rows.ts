import { createHash } from 'node:crypto'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { parseDecimal } from '#lib/core/money.ts'
import { plainText } from '../plain-text.ts'
import type { ProviderAccount, ProviderRow } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import type { EnableAccount, EnableBalances, EnableRow } from './answer.ts'

function minorOf({ amount, currency }: { amount: string; currency: string }): bigint {
  const parsed = parseDecimal(amount.trim(), currency)
  if (!parsed) throw new ProviderError('bad_answer', 'The bank gave an amount that cannot be read.')
  return parsed.minor
}

/** The account's lasting id: `uid` is another one after every consent. */
export const idOf = (account: EnableAccount): string =>
  account.identification_hash || account.account_id?.iban || account.uid

/** ISO 4217's code where there is not one currency. */
const noCurrency = /^X{3}$/

const bookedFirst = ['CLBD', 'ITBD', 'XPCD', 'OPBD']
const availableFirst = ['CLAV', 'ITAV', 'FWAV']
const pick = (balances: EnableBalances, types: readonly string[]) =>
  types
    .map((type) => balances.find(({ balance_type }) => balance_type === type))
    .find((balance) => balance !== undefined)

export function accountOf(
  account: EnableAccount,
  balances: EnableBalances,
  today: CalendarDate,
): ProviderAccount {
  const booked = pick(balances, bookedFirst) ?? balances[0]
  const available = pick(balances, availableFirst)
  const number = account.account_id?.iban ?? account.account_id?.other?.identification ?? ''
  const kinds = { CARD: 'credit_card', SVGS: 'savings', LOAN: 'loan' } as const
  const kind = account.cash_account_type ?? ''
  return {
    id: idOf(account),
    name: plainText(account.name || account.details || account.product || '') || 'Enable Banking',
    institution: null,
    type: kind === 'CARD' || kind === 'SVGS' || kind === 'LOAN' ? kinds[kind] : 'checking',
    // An account of several currencies counts in the one of its balance.
    currency: (noCurrency.test(account.currency) && booked?.balance_amount.currency) || account.currency,
    last4: /(\d{4})$/.exec(number)?.[1] ?? null,
    balance: booked
      ? {
          minor: minorOf(booked.balance_amount),
          available: available ? minorOf(available.balance_amount) : null,
          asOf: booked.reference_date ?? today,
        }
      : null,
  }
}

/** What a row without a reference is known by: everything it says, and its place among equals of the list. */
function hashOf(row: EnableRow, nth: number): string {
  const { amount, currency } = row.transaction_amount
  const parts = [
    row.booking_date ?? row.value_date,
    row.credit_debit_indicator,
    currency,
    amount,
    row.creditor?.name,
    row.debtor?.name,
    ...(row.remittance_information ?? []),
    nth,
  ]
  return `h:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)}`
}

/** Rows of one account. Amounts have no sign of their own; the other side's name depends on the direction. */
export function rowsOf(
  account: EnableAccount,
  rows: readonly EnableRow[],
  today: CalendarDate,
): ProviderRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const first = hashOf(row, 0)
    const nth = seen.get(first) ?? 0
    seen.set(first, nth + 1)
    const out = row.credit_debit_indicator === 'DBIT'
    const size = minorOf(row.transaction_amount)
    const name = plainText((out ? row.creditor?.name : row.debtor?.name) ?? '')
    const remittance = plainText((row.remittance_information ?? []).join(' '))
    return {
      accountId: idOf(account),
      id: row.entry_reference || hashOf(row, nth),
      pendingId: null,
      date: row.booking_date ?? row.value_date ?? row.transaction_date ?? today,
      transactionDate: row.transaction_date ?? null,
      minor: out ? -size : size,
      payee: name || remittance,
      rawDescription: [name, remittance].filter(Boolean).join(' · '),
      memo: remittance || null,
      checkNumber: null,
      status: row.status === 'PDNG' ? 'pending' : 'posted',
      providerCategory: null,
    }
  })
}
