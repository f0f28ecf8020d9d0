import type { Money } from '#lib/core/money.ts'

/** How a number was made: what went in, what stayed out and why, and when it was known. */
export type Explanation = {
  included: { count: number; total: Money | null; href?: string }
  /** Reasons are words already translated. */
  excluded: readonly { reason: string; count: number; total?: Money | null; href?: string }[]
  /** Already formatted: "14:05", "yesterday". */
  asOf?: string
  /** One more sentence, for example which accounts are stale. */
  note?: string
}
