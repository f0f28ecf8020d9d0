import { z } from 'zod'
import { type Money, money } from '#lib/core/money.ts'
import { chosen, thresholds } from './params.ts'
import { purchaseEvidence, purchaseKey } from './purchase.ts'
import type { Purchase, Rule, Usual } from './rule.ts'

const params = z.strictObject({ thresholds })
type Params = z.infer<typeof params>

/** Fewer purchases than this say nothing about what is usual. */
export const enoughPurchases = 10

/**
 * The default line: the 99th percentile of the last 12 months, and never below 4 times the median purchase. A row of this size
 * must be over it. Null when there is too little to compare with.
 */
export function usualLine(usual: Usual | undefined, amount: bigint | null): bigint | null {
  if (!usual || usual.medianPurchase === null || usual.purchases < enoughPurchases) return null
  const others = [...usual.largest]
  const own = amount !== null && usual.includesJudged ? others.indexOf(amount) : -1
  if (own >= 0) others.splice(own, 1)
  const count = usual.purchases - (own >= 0 ? 1 : 0)
  const atPercentile = others[count - Math.ceil((99 * count) / 100)] ?? 0n
  const atMedian = usual.medianPurchase * 4n - 1n
  return atPercentile > atMedian ? atPercentile : atMedian
}

export const largeTransaction: Rule<Params> = {
  type: 'large_transaction',
  params,
  evaluate: (context, settings) =>
    context.purchases
      .filter((row) => row.judged)
      .flatMap((row) => {
        const usual = context.usual.get(row.amount.currency)
        const line = lineFor(row, usual, settings)
        if (!line) return []
        const size = -row.amount.minor
        const median = usual?.medianPurchase ?? null
        return [
          {
            dedupeKey: purchaseKey(row),
            accountId: row.accountId,
            occurredOn: row.date,
            evidence: purchaseEvidence(row, [row], {
              threshold: line,
              medianPurchase: median === null ? undefined : money(median, row.amount.currency),
              factor: median ? Math.round(Number((size * 10n) / median) / 10) : undefined,
              chosen: chosen(settings.thresholds, row.amount.currency) !== null,
            }),
          },
        ]
      }),
}

/** The line a row is over, or null when it is not. A chosen amount counts from itself on, the default only above. */
function lineFor(row: Purchase, usual: Usual | undefined, settings: Params): Money | null {
  const { minor, currency } = row.amount
  const own = chosen(settings.thresholds, currency)
  if (own) return -minor >= own.minor ? own : null
  const line = usualLine(usual, -minor)
  return line !== null && -minor > line ? money(line, currency) : null
}
