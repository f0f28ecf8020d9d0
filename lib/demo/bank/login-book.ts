import type { CalendarDate } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import { type AccountKey, demoAccounts } from '../household-plan.ts'
import type { BankBook, BookRow } from './book.ts'
import { type BankClock, bankDay, calledDay } from './clock.ts'
import { type BankEvent, bankLife } from './life.ts'

export const accountKeys = ['checking', 'savings', 'card', 'dong'] as const satisfies readonly AccountKey[]

/** What the Demo Bank needs to know of a login to say what it sees. */
export type BankLogin = BankClock & {
  seed: number
  currency: string
  accounts: readonly string[]
  broken: boolean
}

const names: Record<AccountKey, string> = {
  checking: 'Demo Checking',
  savings: 'Demo Savings',
  card: 'Demo Credit Card',
  dong: 'Demo Đồng Account',
}

const seedMix: Record<AccountKey, number> = { checking: 4471, savings: 932, card: 8810, dong: 2206 }

/** Four digits that differ from login to login. */
const last4Of = (seed: number, key: AccountKey): string =>
  String((seed + seedMix[key]) % 10_000).padStart(4, '0')

export const accountName = (seed: number, key: AccountKey): string => `${names[key]} (${last4Of(seed, key)})`

const currencyOf = (key: AccountKey, currency: string): string => (key === 'dong' ? 'VND' : currency)

/** Cents of the plan in the minor units of a currency, at a price level that is roughly right there. */
function scale(cents: bigint, key: AccountKey, currency: string): bigint {
  if (key === 'dong') return cents
  if (currency === 'VND') return (cents / 4n) * 1000n
  const exponent = exponentOf(currency)
  return exponent > 2 ? cents * 10n ** BigInt(exponent - 2) : cents
}

function rowOf(event: BankEvent, login: BankLogin, day: CalendarDate): BookRow {
  const pending = event.bookedOn > day
  const madeOn = calledDay(login, event.madeOn)
  return {
    id: `${pending || (event.keepsId && event.bookedOn !== event.madeOn) ? 'P' : 'T'}-${event.key}`,
    date: pending ? madeOn : calledDay(login, event.bookedOn),
    madeOn,
    minor: scale(pending ? event.asked : event.minor, event.account, login.currency),
    description: event.text,
    pending,
  }
}

/** All that a login sees on a day of the calendar. A function of its arguments: no clock, no chance, no store. */
export function loginBook(login: BankLogin, today: CalendarDate): BankBook {
  const day = bankDay(login, today)
  const life = bankLife(login.seed, login.openedOn, day)
  return {
    bank: { id: 'demo-bank', name: 'Demo Bank', url: 'https://demo-bank.example' },
    asOf: today,
    trouble: login.broken ? 'Connection to Demo Bank may need attention' : null,
    accounts: accountKeys
      .filter((key) => login.accounts.includes(key))
      .map((key) => {
        const rows = life.filter(({ account }) => account === key).map((event) => rowOf(event, login, day))
        const opening = scale(demoAccounts[key].opening, key, login.currency)
        return {
          id: `ACT-${login.seed}-${key}`,
          name: accountName(login.seed, key),
          currency: currencyOf(key, login.currency),
          balance: rows.reduce((sum, row) => (row.pending ? sum : sum + row.minor), opening),
          rows,
        }
      }),
  }
}
