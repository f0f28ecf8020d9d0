import { z } from 'zod'
import { daysBetween } from '#lib/core/calendar.ts'
import { chosen, thresholds } from './params.ts'
import { purchaseEvidence } from './purchase.ts'
import type { Context, Purchase, Rule } from './rule.ts'

const params = z.strictObject({
  /** Only charges from this amount on; none by default. */
  thresholds,
  /** Banks give a day and no time: 1 is the same or the next day. */
  days: z.number().int().min(0).max(3).default(1),
})
type Params = z.infer<typeof params>

/** A merchant that charged equal amounts this often before (fares, vending machines, two coffees) is usual here. */
const usualTwins = 2

/**
 * The same merchant and amount within 24 hours, on any of the household's accounts. Not told: transfers and card payments (they
 * are no purchases), the two legs of one PayPal purchase, merchants where twins are usual, and pairs like one that was dismissed.
 * The key holds the number of charges, so a third one is news.
 */
export const duplicateCharge: Rule<Params> = {
  type: 'duplicate_charge',
  params,
  evaluate: (context, settings) => {
    const told = new Map(context.earlierTwins)
    return clusters(context.purchases, settings.days).flatMap((cluster) => {
      const [first] = cluster
      if (!first || !cluster.some((row) => row.judged)) return []
      const earlier = told.get(first.merchantKey) ?? 0
      told.set(first.merchantKey, earlier + 1)
      if (earlier >= usualTwins || context.acceptedTwins.has(twinKey(first))) return []
      if (tooSmall(first, settings) || isOnePurchase(cluster, context)) return []
      const last = cluster.at(-1) ?? first
      return [
        {
          dedupeKey: `${twinKey(first)}:${first.date}:${cluster.length}`,
          accountId: last.accountId,
          occurredOn: last.date,
          evidence: purchaseEvidence(last, cluster, {
            count: cluster.length,
            accountCount: new Set(cluster.map((row) => row.accountId)).size,
          }),
        },
      ]
    })
  },
}

/** What makes two charges twins. */
export const twinKey = ({ merchantKey, amount }: Pick<Purchase, 'merchantKey' | 'amount'>): string =>
  `${merchantKey}|${amount.minor}|${amount.currency}`

const byDay = (a: Purchase, b: Purchase): number =>
  a.date === b.date ? (a.transactionId < b.transactionId ? -1 : 1) : a.date < b.date ? -1 : 1

/** Twins at most `days` apart from their neighbour, oldest cluster first; lone charges are left out. */
function clusters(purchases: readonly Purchase[], days: number): Purchase[][] {
  const groups = Map.groupBy(
    purchases.filter((row) => row.merchantKey !== ''),
    twinKey,
  )
  const found = [...groups.values()].flatMap((group) => {
    const runs: Purchase[][] = []
    for (const row of group.toSorted(byDay)) {
      const run = runs.at(-1)
      const before = run?.at(-1)
      if (run && before && daysBetween(before.date, row.date) <= days) run.push(row)
      else runs.push([row])
    }
    return runs.filter((run) => run.length > 1)
  })
  return found.toSorted(([a], [b]) => (a && b ? byDay(a, b) : 0))
}

function tooSmall(row: Purchase, settings: Params): boolean {
  const least = chosen(settings.thresholds, row.amount.currency)
  return least !== null && -row.amount.minor < least.minor
}

/** A PayPal balance and the bank or card that funded it book the same purchase once each. */
function isOnePurchase(cluster: readonly Purchase[], { accounts }: Context): boolean {
  const isPayPal = (row: Purchase): boolean => {
    const account = accounts.find(({ id }) => id === row.accountId)
    return /paypal/i.test(`${account?.institution ?? ''} ${row.accountName}`)
  }
  const inside = cluster.filter(isPayPal).length
  return inside > 0 && cluster.length - inside === inside
}
