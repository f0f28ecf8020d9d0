import { expect, test } from 'vitest'
import { asDate, eachDay } from '#lib/core/calendar.ts'
import { type Interval, stretchAt, stretchesOf } from './fold-days.ts'

const rule = { monthStartDay: 25, weekendRule: 'before' } as const
const [from, to] = [asDate('2025-11-12'), asDate('2026-11-23')]

test.each<[Interval, number, string, string]>([
  ['day', 377, '2025-11-13', '2026-11-22'],
  ['week', 55, '2025-11-17', '2026-11-22'],
  ['month', 13, '2025-11-25', '2026-11-23'],
  ['quarter', 5, '2026-01-01', '2026-09-30'],
  ['year', 2, '2026-01-01', '2025-12-31'],
])('%s cuts the range without a gap', (interval, count, second, endBeforeLast) => {
  const stretches = stretchesOf(from, to, interval, rule)
  expect(stretches).toHaveLength(count)
  expect(stretches[0]?.from).toBe(from)
  expect(stretches.at(-1)?.to).toBe(to)
  expect(stretches[1]?.from).toBe(second)
  expect(interval === 'month' ? stretches.at(-1)?.to : stretches.at(-2)?.to).toBe(endBeforeLast)
  for (const day of eachDay(from, to)) {
    const found = stretches[stretchAt(stretches, day)]
    expect(found && found.from <= day && day <= found.to).toBe(true)
  }
})
