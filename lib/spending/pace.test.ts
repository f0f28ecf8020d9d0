import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { type PeriodRule, parsePeriod } from '#lib/core/period.ts'
import { comparedPeriods, mean, paceDays } from './pace.ts'

const rule: PeriodRule = { monthStartDay: 1, weekendRule: 'none' }
const period = (key: string) => {
  const found = parsePeriod(key, rule)
  if (!found) throw new Error(key)
  return found
}

test('a period is compared with three before it, but with none that has no rows', () => {
  const keys = (oldest: string | null) =>
    comparedPeriods(period('2026-11'), rule, oldest ? asDate(oldest) : null).map((found) => found.key)
  expect(keys('2020-01-01')).toEqual(['2026-10', '2026-09', '2026-08'])
  expect(keys('2026-09-30')).toEqual(['2026-10', '2026-09'])
  expect(keys('2026-11-02')).toEqual([])
  expect(keys(null)).toEqual([])
  expect(comparedPeriods(period('2026-10-05..2026-11-12'), rule, asDate('2020-01-01'))).toEqual([])
})

test('lines run day by day; a shorter month before keeps its last sum', () => {
  const perDay = new Map([
    ['2026-03-01', 10n],
    ['2026-03-31', 5n],
    ['2026-02-28', 40n],
    ['2026-01-30', 20n],
  ])
  const compared = [period('2026-02'), period('2026-01')]
  const pace = paceDays(period('2026-03'), compared, perDay, asDate('2026-03-30'))
  expect(pace.days).toHaveLength(31)
  expect(pace.days[29]).toEqual({ date: '2026-03-30', current: 10n, usual: 30n, previous: 40n })
  expect(pace.days[30]).toEqual({ date: '2026-03-31', current: null, usual: 30n, previous: 40n })
  expect(pace).toMatchObject({ spent: 10n, usual: 30n, previous: 40n })
})

test('without earlier months there is nothing to compare with', () => {
  const pace = paceDays(period('2026-03'), [], new Map([['2026-03-02', 7n]]), asDate('2026-03-31'))
  expect(pace).toMatchObject({ spent: 7n, usual: null, previous: null })
})

test('a mean is rounded half away from zero', () => {
  expect([mean(5n, 3), mean(4n, 3), mean(-5n, 3), mean(3n, 2), mean(0n, 3)]).toEqual([2n, 1n, -2n, 2n, 0n])
})
