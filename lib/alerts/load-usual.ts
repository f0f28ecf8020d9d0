import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import { addMonths, type CalendarDate } from '#lib/core/calendar.ts'
import { addedBy, importIdOf, isPurchase, purchaseSource, type Window } from './purchase-source.ts'
import type { Usual } from './rules/rule.ts'

/** With fewer rows than this to compare with, the judged rows themselves are counted in. */
const enoughToCompare = 30

type Sizes = Pick<Usual, 'medianPurchase' | 'purchases' | 'largest'>

/** What is usual per currency in the 12 months up to the window's end. Purchase sizes only when some row is judged by them. */
export async function loadUsual(
  tx: Tx,
  householdId: string,
  accountIds: string[],
  window: Window,
  currencies: string[],
  withSizes: boolean,
): Promise<Map<string, Usual>> {
  const months = await medianMonths(tx, householdId, accountIds, window.to)
  const others =
    withSizes && window.judged.kind !== 'all'
      ? await sizes(tx, householdId, accountIds, window, true)
      : new Map()
  const tooFew = currencies.some((currency) => (others.get(currency)?.purchases ?? 0) < enoughToCompare)
  const all =
    withSizes && tooFew ? await sizes(tx, householdId, accountIds, window, false) : new Map<string, Sizes>()
  return new Map(
    currencies.map((currency) => {
      const apart = others.get(currency)
      const includesJudged = (apart?.purchases ?? 0) < enoughToCompare
      const found = (includesJudged ? all.get(currency) : apart) ?? {
        medianPurchase: null,
        purchases: 0,
        largest: [],
      }
      return [currency, { currency, medianMonth: months.get(currency) ?? null, includesJudged, ...found }]
    }),
  )
}

async function sizes(
  tx: Tx,
  householdId: string,
  accountIds: string[],
  window: Window,
  withoutJudged: boolean,
): Promise<Map<string, Sizes>> {
  const without = withoutJudged ? `and not (t.date >= $5 and ${addedBy(window.judged, 6)})` : ''
  const rows = await bulk<{ currency: string; purchases: number; median: string; largest: string[] }>(
    tx,
    `select currency, max(n)::int as purchases, min(size) filter (where place = (n + 1) / 2)::text as median,
       array_agg(size::text order by size desc) filter (where n - place <= n / 100 + 1) as largest
     from (
       select t.currency, -t.minor as size, row_number() over by_size as place, count(*) over (partition by t.currency) as n
       ${purchaseSource}
       where t.household_id = $1 and t.account_id = any($2::uuid[]) and t.date > $3 and t.date <= $4 and ${isPurchase} ${without}
       window by_size as (partition by t.currency order by -t.minor)
     ) as ranked group by currency`,
    [
      householdId,
      accountIds,
      addMonths(window.to, -12),
      window.to,
      ...(withoutJudged ? [window.from, importIdOf(window.judged)] : []),
    ],
  )
  return new Map(
    rows.map((row) => [
      row.currency,
      { purchases: row.purchases, medianPurchase: toBigInt(row.median), largest: row.largest.map(BigInt) },
    ]),
  )
}

/** Median of the monthly spending by currency. The newest month is not over and counts only when it is the only one. */
export async function medianMonths(
  tx: Tx,
  householdId: string,
  accountIds: string[],
  to: CalendarDate,
): Promise<Map<string, bigint>> {
  const rows = await bulk<{ currency: string; spent: string }>(
    tx,
    `select a.currency, (-sum(m.minor))::bigint::text as spent
     from rollup_months m join accounts a on a.household_id = m.household_id and a.id = m.account_id and not a.hidden
     where m.household_id = $1 and m.account_id = any($2::uuid[]) and m.bucket in ('spending', 'refund')
       and m.period > $3 and m.period <= $4
     group by a.currency, m.period having sum(m.minor) < 0 order by a.currency, m.period desc`,
    [householdId, accountIds, addMonths(to, -13), to],
  )
  const groups = Map.groupBy(rows, (row) => row.currency)
  return new Map(
    [...groups].map(([currency, months]) => {
      const whole = months.length > 1 ? months.slice(1) : months
      return [currency, median(whole.map(({ spent }) => toBigInt(spent)))]
    }),
  )
}

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly bigint[]): bigint {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n
  return (lower + upper) / 2n
}
