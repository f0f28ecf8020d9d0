import { z } from 'zod'
import { money, percentOf } from '#lib/core/money.ts'
import { found } from './low-balance.ts'
import type { Rule } from './rule.ts'

const params = z.strictObject({ percent: z.number().int().min(1).max(100).default(80) })

/** A card whose limit is known and mostly used; told again at 90 % and at the limit. */
export const cardUse: Rule<z.infer<typeof params>> = {
  type: 'card_use',
  params,
  evaluate: (context, { percent }) =>
    context.accounts.flatMap((account) => {
      const limit = account.creditLimit
      if (account.type !== 'credit_card' || !limit || limit <= 0n) return []
      const shares = [percent, 90, 100].filter((share, index) => index === 0 || share > percent)
      const lines = shares.map((share) => -(limit * BigInt(share)) / 100n)
      return found(context, account, lines).map((crossing) => ({
        dedupeKey: `${account.id}:${crossing.since}:${shares[crossing.level - 1] ?? percent}`,
        accountId: account.id,
        occurredOn: crossing.day,
        evidence: {
          accountName: account.name,
          payee: null,
          amount: null,
          facts: {
            balance: money(crossing.minor, account.currency),
            limit: money(limit, account.currency),
            factor: percentOf(-crossing.minor, limit) ?? 0,
            count: percent,
          },
          rows: [],
        },
      }))
    }),
}
