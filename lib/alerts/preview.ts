import 'server-only'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type BacktestInput, backtest } from './backtest.ts'
import { describeAlert } from './describe.ts'
import { amountsOf, type EvidenceRow } from './types.ts'

/** A back-test in words, for the page: `count` hits in all, the newest of them with their rows. */
export type Preview = {
  days: number
  to: CalendarDate
  count: number
  hits: {
    key: string
    headline: string
    /** The amounts inside the headline. */
    amounts: Money[]
    occurredOn: CalendarDate
    rows: EvidenceRow[]
  }[]
}

const shown = 20

export async function previewRule(scope: Scope, rule: BacktestInput, days: number): Promise<Preview> {
  const { hits, to } = await backtest(scope, rule, days)
  return {
    days,
    to,
    count: hits.length,
    hits: hits.slice(0, shown).map(({ dedupeKey, occurredOn, evidence }) => ({
      key: dedupeKey,
      headline: describeAlert({ type: rule.type, evidence, occurredOn }, scope.locale).headline,
      amounts: amountsOf(evidence),
      occurredOn,
      rows: evidence.payee === null ? [] : evidence.rows,
    })),
  }
}
