import type { z } from 'zod'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Candidate, EvidenceRow, RuleType } from '../types.ts'

/** An account as a rule sees it. `balance` is the newest known one, null when nobody ever stated any. */
export type WatchedAccount = {
  id: string
  name: string
  type: 'checking' | 'savings' | 'credit_card' | 'loan' | 'investment' | 'cash' | 'other'
  currency: string
  institution: string | null
  creditLimit: bigint | null
}

/** Money that went out and counts as spending. `judged` rows may fire; the others are only there to compare with. */
export type Purchase = EvidenceRow & {
  merchantKey: string
  description: string
  categoryKey: string | null
  judged: boolean
}

/** What is usual in one currency over the last 12 months, in minor units. Null where there is too little to say. */
export type Usual = {
  currency: string
  /** Median of the monthly spending, without one-offs and net of refunds. */
  medianMonth: bigint | null
  medianPurchase: bigint | null
  purchases: number
  /** The largest purchases, largest first: enough of them to read the 99th percentile from. */
  largest: bigint[]
  /** Whether the judged rows are among `largest`; then a row is compared with the others. */
  includesJudged: boolean
}

/** The end-of-day balance after each day with a movement, oldest first. */
export type BalancePoint = { day: CalendarDate; minor: bigint }

/** Everything a rule may look at; built by load-context.ts for a write (the newest month) and for a back-test (90 days). */
export type Context = {
  from: CalendarDate
  to: CalendarDate
  /** A write tells of the state now; a back-test of every time the line was crossed. */
  replay: boolean
  accounts: WatchedAccount[]
  purchases: Purchase[]
  usual: Map<string, Usual>
  balances: Map<string, BalancePoint[]>
  /** First day each judged merchant was seen, and the household's first day of all. */
  merchantSince: Map<string, CalendarDate>
  historySince: CalendarDate | null
  /** How often each merchant charged the same amount twice in the year before `from`. */
  earlierTwins: Map<string, number>
  /** `merchant|minor|currency` of duplicate charges that were dismissed: this household's usual. */
  acceptedTwins: Set<string>
}

/** One kind of alert: its parameters (unset ones are the default, scaled to the household) and how it finds its causes. */
export type Rule<Params = Record<string, unknown>> = {
  type: RuleType
  params: z.ZodType<Params>
  evaluate: (context: Context, params: Params) => Candidate[]
}
