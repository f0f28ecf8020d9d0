import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { neverPosted } from './never-posted.ts'

test('a pending row is flagged from the ninth day on, a posted one never', () => {
  const date = asDate('2026-03-01')
  expect(neverPosted({ status: 'pending', date }, asDate('2026-03-09'))).toBe(false)
  expect(neverPosted({ status: 'pending', date }, asDate('2026-03-10'))).toBe(true)
  expect(neverPosted({ status: 'posted', date }, asDate('2026-12-31'))).toBe(false)
})
