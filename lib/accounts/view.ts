import { addDays, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import { type Money, money, type Total } from '#lib/core/money.ts'
import { totalIn } from '#lib/fx/convert.ts'
import { type Account, accountTypes, type BalancePoint } from './types.ts'

/** Major units for a chart's axis; exact figures go through `Amount`. */
export const chartBalance = (minor: bigint, currency: string): number =>
  Number(minor) / 10 ** exponentOf(currency)

/** Points of a chart: at most `most` of them, the last one always. */
export function thinned(points: readonly BalancePoint[], most: number): BalancePoint[] {
  const step = Math.ceil(points.length / most)
  return points.filter((_, index) => (points.length - 1 - index) % Math.max(1, step) === 0)
}

/** Accounts in the order of their types, each type with its total per currency. */
export function accountGroups(accounts: readonly Account[]) {
  return accountTypes
    .map((type) => {
      const members = accounts.filter((account) => account.type === type)
      const currencies = [...new Set(members.map((account) => account.currency))]
      const totals = currencies.map((currency) =>
        money(
          members
            .filter((account) => account.currency === currency)
            .reduce((sum, account) => sum + (account.balance?.minor ?? 0n), 0n),
          currency,
        ),
      )
      return { type, accounts: members, totals }
    })
    .filter((group) => group.accounts.length > 0)
}

export type Worth = {
  net: Total
  assets: Total
  owed: Total
  /** Sums in other currencies, which are not in the figures above. */
  notConverted: Money[]
  /** Accounts that should count but whose balance is unknown. */
  unknown: number
}

/** Assets minus what is owed, over visible accounts that count in net worth, in `currency`. */
export function netWorthOf(accounts: readonly Account[], currency: string, on: CalendarDate): Worth {
  const counted = accounts.filter((account) => account.includeInNetWorth && !account.hidden)
  const balances = counted.flatMap((account) => account.balance ?? [])
  const foreign = new Map<string, bigint>()
  for (const balance of balances)
    if (balance.currency !== currency)
      foreign.set(balance.currency, (foreign.get(balance.currency) ?? 0n) + balance.minor)
  return {
    net: totalIn(balances, currency, on),
    assets: totalIn(
      balances.filter((balance) => balance.minor > 0n),
      currency,
      on,
    ),
    owed: totalIn(
      balances
        .filter((balance) => balance.minor < 0n)
        .map((balance) => money(-balance.minor, balance.currency)),
      currency,
      on,
    ),
    notConverted: [...foreign].map(([code, minor]) => money(minor, code)),
    unknown: counted.filter((account) => account.balance === null).length,
  }
}

/** Days since a balance is about, when that is too long ago to trust it; null when it is fresh or kept by hand. */
export function staleDays(account: Account, today: CalendarDate): number | null {
  if (account.source !== 'file' && account.source !== 'provider') return null
  if (account.balanceAsOf === null || account.balanceAsOf >= addDays(today, -35)) return null
  return daysBetween(account.balanceAsOf, today)
}
