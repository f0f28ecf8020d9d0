import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  asDate,
  dateFromParts,
  dateInZone,
  daysBetween,
  eachDay,
  parseDate,
  weekdayOf,
} from './calendar.ts'

const dates = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => asDate(date.toISOString().slice(0, 10)))

describe('calendar dates', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])(
    'refuses %j',
    (text) => {
      expect(parseDate(text)).toBeNull()
    },
  )

  it('knows leap days', () => {
    expect(dateFromParts(2024, 2, 29)).toBe('2024-02-29')
    expect(dateFromParts(1900, 2, 29)).toBeNull()
    expect(dateFromParts(2000, 2, 29)).toBe('2000-02-29')
  })

  it('adds and counts days consistently', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('clamps to the end of a shorter month', () => {
    expect(addMonths(asDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(asDate('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(asDate('2026-01-15'), -13)).toBe('2024-12-15')
  })

  it('counts the week from Monday', () => {
    expect(weekdayOf(asDate('2026-11-23'))).toBe(1)
    expect(weekdayOf(asDate('2026-11-22'))).toBe(7)
  })

  it('takes the day of the zone, not of the server', () => {
    const instant = new Date('2026-11-23T03:30:00Z')
    expect(dateInZone(instant, 'America/New_York')).toBe('2026-11-22')
    expect(dateInZone(instant, 'Asia/Ho_Chi_Minh')).toBe('2026-11-23')
  })

  it('lists both ends', () => {
    expect(eachDay(asDate('2026-02-27'), asDate('2026-03-01'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
  })
})
