import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import {
  formatAsOf,
  formatChartAmount,
  formatCompactMoney,
  formatDate,
  formatDateRange,
  formatDay,
  formatDayHeading,
  formatFileSize,
  formatFullDate,
  formatInstant,
  formatMoney,
  formatMonth,
  formatPercent,
} from './format.ts'
import { locales } from './locales.ts'

const usd = (minor: bigint) => ({ minor, currency: 'USD' })
const vnd = (minor: bigint) => ({ minor, currency: 'VND' })
const digitsOf = (text: string) => BigInt(text.replace(/\D/g, ''))

describe('money', () => {
  test('looks as each language writes it', () => {
    expect(formatMoney(usd(123456n), 'en')).toBe('$1,234.56')
    expect(formatMoney(usd(-123456n), 'en')).toBe('−$1,234.56')
    expect(formatMoney(usd(200000n), 'en', { sign: 'always' })).toBe('+$2,000.00')
    expect(formatMoney(usd(-200000n), 'en', { sign: 'never' })).toBe('$2,000.00')
    expect(formatMoney(vnd(-1234567n), 'vi')).toBe('−1.234.567\u00a0₫')
    expect(formatMoney(usd(123456n), 'vi', { code: true })).toBe('1.234,56\u00a0USD')
  })

  test('rounds away cents, and a rounded zero has no sign', () => {
    expect(formatMoney(usd(218450n), 'en', { cents: false })).toBe('$2,185')
    expect(formatMoney(usd(-40n), 'en', { cents: false })).toBe('$0')
    expect(formatMoney(usd(0n), 'en', { sign: 'always' })).toBe('$0.00')
  })

  test('keeps every digit of any amount, in every language and currency', () => {
    const currency = fc.constantFrom('USD', 'VND', 'KWD', 'EUR', 'JPY')
    fc.assert(
      fc.property(fc.bigInt(), currency, fc.constantFrom(...locales), (minor, code, locale) => {
        const text = formatMoney({ minor, currency: code }, locale, { code: true })
        expect(digitsOf(text)).toBe(minor < 0n ? -minor : minor)
        expect(text.startsWith('−')).toBe(minor < 0n)
        expect(text).not.toContain('-')
      }),
    )
  })

  test('a chart figure is the same as the amount it came from', () => {
    const minor = fc.bigInt({ min: -(2n ** 45n), max: 2n ** 45n })
    fc.assert(
      fc.property(minor, fc.constantFrom('USD', 'VND', 'KWD'), (value, currency) => {
        const major = Number(value) / 10 ** exponentOf(currency)
        expect(formatChartAmount(major, 'en', currency)).toBe(formatMoney({ minor: value, currency }, 'en'))
      }),
    )
  })

  test('is short on axes', () => {
    expect(formatCompactMoney(12_345, 'en', 'USD')).toBe('$12.3K')
    expect(formatCompactMoney(-12_345, 'en', 'USD')).toBe('−$12.3K')
    expect(formatCompactMoney(12_345, 'vi', 'VND')).toBe('12,3\u00a0N\u00a0₫')
  })
})

describe('days', () => {
  const today = asDate('2026-11-23')
  const day = (text: string) => formatDay(asDate(text), today, 'en')

  test('go from near to far', () => {
    expect(['2026-11-23', '2026-11-22', '2026-11-17', '2026-11-16', '2025-11-12'].map(day)).toEqual([
      'Today',
      'Yesterday',
      'Tuesday',
      '16 Nov',
      '12 Nov 2025',
    ])
    expect(formatDay(asDate('2026-11-24'), today, 'en')).toBe('Tomorrow')
    expect(formatDay(asDate('2026-11-22'), today, 'vi')).toBe('Hôm qua')
    expect(formatDay(asDate('2026-11-12'), today, 'vi')).toBe('12 thg 11')
  })

  test('have headings, full names and ranges', () => {
    expect(formatDayHeading(asDate('2026-11-20'), today, 'en')).toBe('Friday 20 Nov')
    expect(formatFullDate(today, 'en')).toBe('Monday 23 November 2026')
    expect(formatFullDate(today, 'vi')).toBe('Thứ Hai, 23 tháng 11, 2026')
    expect(formatMonth(today, 'vi')).toBe('Tháng 11')
    expect(formatDate(asDate('2026-09-03'), 'en')).toBe('3 Sep 2026')
    expect(formatDateRange(asDate('2026-11-01'), today, 'en')).toBe('1–23 Nov 2026')
    expect(formatDateRange(asDate('2026-10-28'), today, 'en')).toBe('28 Oct – 23 Nov 2026')
  })

  test('never move with a zone, instants do', () => {
    const instant = new Date('2026-11-22T18:30:00Z')
    const now = new Date('2026-11-23T03:00:00Z')
    expect(formatInstant(instant, 'en', 'Asia/Ho_Chi_Minh')).toBe('23 Nov 2026, 01:30')
    expect(formatAsOf(instant, now, 'en', 'Asia/Ho_Chi_Minh')).toBe('01:30')
    expect(formatAsOf(instant, now, 'en', 'UTC')).toBe('yesterday')
    expect(formatAsOf(new Date('2026-11-20T10:00:00Z'), now, 'vi', 'UTC')).toBe('3 ngày trước')
  })
})

test('shares and sizes', () => {
  expect(formatPercent(0.126, 'en')).toBe('13%')
  expect(formatPercent(-0.05, 'vi')).toBe('−5%')
  expect(formatFileSize(1_430_000, 'en')).toBe('1.4 MB')
  expect(formatFileSize(820, 'en')).toBe('820 bytes')
  expect(formatFileSize(820, 'vi')).toBe('820 byte')
})
