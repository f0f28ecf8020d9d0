import { type BalanceHistory, isLiability } from '#lib/accounts/types.ts'
import type { Money } from '#lib/core/money.ts'
import type { Stretch } from './fold-days.ts'
import type { NetWorth, NetWorthPoint } from './types.ts'

/** Balance at the end of a day; null where nothing is known about it. Points are daily and in order. */
function balanceAt({ points }: BalanceHistory, day: string): bigint | null {
  const first = points[0]
  if (!first || day < first.day) return null
  let [low, high] = [0, points.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((points[middle]?.day ?? '') <= day) low = middle
    else high = middle - 1
  }
  return points[low]?.minor ?? null
}

/** Adds up the accounts that count, at the end of each stretch. */
export function netWorthOf(
  histories: readonly BalanceHistory[],
  currency: string,
  stretches: readonly Stretch[],
): NetWorth {
  const counted = histories.filter((history) => history.includeInNetWorth)
  const data = stretches.map(({ to }): NetWorthPoint => {
    const point: NetWorthPoint = { date: to, assets: 0n, liabilities: 0n, net: 0n, missing: 0 }
    for (const history of counted) {
      const balance = history.currency === currency ? balanceAt(history, to) : null
      if (balance === null) point.missing += 1
      else if (isLiability(history.type)) point.liabilities -= balance
      else point.assets += balance
    }
    point.net = point.assets - point.liabilities
    return point
  })
  const others = new Map<string, bigint>()
  for (const history of counted) {
    const last = history.points.at(-1)
    if (history.currency !== currency && last)
      others.set(history.currency, (others.get(history.currency) ?? 0n) + last.minor)
  }
  return { currency, data, others: [...others].map(([code, minor]): Money => ({ minor, currency: code })) }
}
