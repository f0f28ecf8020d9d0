import { expect, it } from 'vitest'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { demoYear } from './year.ts'

const today = asDate('2026-11-23')
const rows = demoYear(today)
const posted = rows.filter((row) => row.status === 'posted')
const sum = (list: typeof rows) => list.reduce((total, row) => total + row.minor, 0n)

it('is the same year for the same day', () => {
  expect(demoYear(today)).toEqual(rows)
  expect(demoYear(addDays(today, 1))).not.toEqual(rows)
})

it('spans one year that ends today, oldest first', () => {
  expect(rows[0]?.date).toBe(addDays(today, -365))
  expect(rows.at(-1)?.date).toBe(today)
  expect(rows.map((row) => row.date)).toEqual([...rows.map((row) => row.date)].sort())
})

it('is lived within its means', () => {
  const dollars = posted.filter((row) => row.account !== 'dong')
  expect(rows.length).toBeGreaterThan(800)
  expect(sum(dollars)).toBeGreaterThan(0n)
  expect(sum(dollars)).toBeLessThan(3_000_000n)
})

it('has both legs of every card payment and transfer', () => {
  const out = posted.filter((row) => /CITI CARD ONLINE PAYMENT|TRANSFER TO/.test(row.text))
  const back = posted.filter((row) => /THANK YOU|TRANSFER FROM/.test(row.text))
  expect(out.length).toBeGreaterThanOrEqual(22)
  expect(sum(out) + sum(back)).toBe(0n)
})

it('has a price rise, a refund, a duplicate charge and a pending row', () => {
  const netflix = new Set(posted.filter((row) => row.text.startsWith('NETFLIX')).map((row) => row.minor))
  expect(netflix).toEqual(new Set([-1549n, -1799n]))
  expect(posted.filter((row) => row.text === 'TAXI 88 NYC')).toHaveLength(2)
  expect(posted.some((row) => row.text.endsWith('RETURN') && row.minor > 0n)).toBe(true)
  expect(rows.filter((row) => row.status === 'pending')).toHaveLength(1)
})
