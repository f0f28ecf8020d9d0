import { z } from 'zod'
import { daysBetween } from '#lib/core/calendar.ts'
import { money } from '#lib/core/money.ts'
import { chosen, thresholds } from './params.ts'
import { purchaseEvidence } from './purchase.ts'
import type { Rule } from './rule.ts'

const params = z.strictObject({ thresholds })

/** Before this many days of history every shop is new, and saying so is noise. */
const settledDays = 60

/** A merchant that was never seen before, above the median purchase (or the chosen amount). */
export const newMerchant: Rule<z.infer<typeof params>> = {
  type: 'new_merchant',
  params,
  evaluate: (context, settings) =>
    context.purchases.flatMap((row) => {
      const { minor, currency } = row.amount
      const median = context.usual.get(currency)?.medianPurchase ?? null
      const own = chosen(settings.thresholds, currency)
      const since = context.historySince
      if (!row.judged || row.merchantKey === '' || since === null) return []
      if (daysBetween(since, row.date) < settledDays) return []
      if (context.merchantSince.get(row.merchantKey) !== row.date) return []
      if (own ? -minor < own.minor : median === null || -minor <= median) return []
      return [
        {
          dedupeKey: row.merchantKey,
          accountId: row.accountId,
          occurredOn: row.date,
          evidence: purchaseEvidence(row, [row], {
            medianPurchase: median === null ? undefined : money(median, currency),
            threshold: own ?? undefined,
            chosen: own !== null,
          }),
        },
      ]
    }),
}
