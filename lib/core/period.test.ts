import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDate } from './calendar.ts'
import {
  customPeriod,
  eachPeriod,
  isWholePeriods,
  nextPeriod,
  type PeriodRule,
  parsePeriod,
  periodOf,
  previousPeriod,
} from './period.ts'

const plain: PeriodRule = { monthStartDay: 1, weekendRule: 'none' }
const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays(asDate('1950-01-01'), offset))
const rules = fc.record({
  monthStartDay: fc.integer({ min: 1, max: 28 }),
  weekendRule: fc.constantFrom('none', 'before', 'after') as fc.Arbitrary<PeriodRule['weekendRule']>,
})

describe('a period', () => {
  test('is the calendar month by default', () => {
    expect(periodOf(asDate('2026-11-23'), plain)).toEqual({
      key: '2026-11',
      from: '2026-11-01',
      to: '2026-11-30',
      month: '2026-11-01',
    })
  })

  test('starts on payday, before or after a weekend', () => {
    const at = (weekendRule: PeriodRule['weekendRule']) => {
      const period = periodOf(asDate('2026-10-28'), { monthStartDay: 25, weekendRule })
      return [period.key, period.from, period.to]
    }
    expect(at('none')).toEqual(['2026-10', '2026-10-25', '2026-11-24'])
    expect(at('before')).toEqual(['2026-10', '2026-10-23', '2026-11-24'])
    expect(at('after')).toEqual(['2026-10', '2026-10-26', '2026-11-24'])
  })

  test('named after a month may begin in the one before', () => {
    const rule = { monthStartDay: 1, weekendRule: 'before' } as const
    expect(periodOf(asDate('2026-10-31'), rule)).toMatchObject({ key: '2026-11', from: '2026-10-30' })
  })

  test('lasts to 1 March when the next one is moved from a Saturday in February', () => {
    const rule = { monthStartDay: 28, weekendRule: 'after' } as const
    expect(periodOf(asDate('2026-03-01'), rule)).toMatchObject({
      key: '2026-01',
      from: '2026-01-28',
      to: '2026-03-01',
    })
    expect(periodOf(asDate('2026-03-02'), rule)).toMatchObject({ key: '2026-02', from: '2026-03-02' })
  })

  test('holds its day, and its neighbours touch it without a gap', () => {
    fc.assert(
      fc.property(days, rules, (day, rule) => {
        const period = periodOf(day, rule)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(previousPeriod(period, rule).to).toBe(addDays(period.from, -1))
        expect(nextPeriod(period, rule).from).toBe(addDays(period.to, 1))
        expect(parsePeriod(period.key, rule)).toEqual(period)
        expect(isWholePeriods(period.from, period.to, rule)).toBe(true)
        expect(isWholePeriods(period.from, addDays(period.to, 1), rule)).toBe(false)
      }),
    )
  })

  test('can be a range of its own', () => {
    const range = customPeriod(asDate('2026-11-20'), asDate('2026-11-11'))
    expect(range.key).toBe('2026-11-11..2026-11-20')
    expect(parsePeriod(range.key, plain)).toEqual(range)
    expect(previousPeriod(range, plain).key).toBe('2026-11-01..2026-11-10')
  })

  test('is not read from nonsense', () => {
    const bad = ['', '2026-13', '2026-00', '0000-01', '2026-11-31..2026-12-01', 'x', '2026-11..', '2026-1']
    expect(bad.map((text) => parsePeriod(text, plain))).toEqual(bad.map(() => null))
    expect(parsePeriod('1900-01-01..2199-01-01', plain)).toBeNull()
  })

  test('lists the months of a year', () => {
    const year = eachPeriod(asDate('2026-01-31'), asDate('2026-12-01'), plain)
    expect(year.map((period) => period.key.slice(5)).join()).toBe('01,02,03,04,05,06,07,08,09,10,11,12')
  })
})
