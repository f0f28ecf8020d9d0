import type { CalendarDate } from '#lib/core/calendar.ts'
import { add, type Money, type Total, zero } from '#lib/core/money.ts'
import type { Conversion } from './types.ts'

/** An amount in another currency at the rate of its own day. No source of rates is connected, so another currency is unknown. */
export function convert(amount: Money, to: string, _on: CalendarDate): Conversion {
  return amount.currency === to ? { outcome: 'same', amount } : { outcome: 'unknown', from: amount, to }
}

/** Adds amounts in `to`; the total is null when a part could not be converted, beside what is known. */
export function totalIn(amounts: readonly Money[], to: string, on: CalendarDate): Total {
  const conversions = amounts.filter((amount) => amount.minor !== 0n).map((amount) => convert(amount, to, on))
  const known = conversions.reduce(
    (sum, conversion) => (conversion.outcome === 'unknown' ? sum : add(sum, conversion.amount)),
    zero(to),
  )
  const missing = conversions.filter((conversion) => conversion.outcome === 'unknown').length
  return { total: missing === 0 ? known : null, known, missing }
}
