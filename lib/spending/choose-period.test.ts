import { expect, test } from 'vitest'
import { makeScope } from '#lib/auth/make-scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { choosePeriod } from './choose-period.ts'

const scope = makeScope(
  {
    householdId: 'h',
    userId: 'u',
    locale: 'en',
    timeZone: 'UTC',
    currency: 'USD',
    monthStartDay: 1,
    weekendRule: 'none',
  },
  'session',
  new Date('2026-11-23T12:00:00Z'),
)
const choose = (newest: string | null, search = {}) =>
  choosePeriod(scope, { newest: newest ? asDate(newest) : null }, search)

test('the current month, up to today', () => {
  expect(choose('2026-11-21')).toMatchObject({
    period: { key: '2026-11' },
    fallback: false,
    current: true,
    until: '2026-11-23',
    rowsEnd: null,
  })
  expect(choose(null).period.key).toBe('2026-11')
})

test('rows that stop early end the comparison where they stop', () => {
  expect(choose('2026-11-12')).toMatchObject({ until: '2026-11-12', rowsEnd: '2026-11-12' })
})

test('an old statement opens its own month, and says so', () => {
  expect(choose('2024-08-17')).toMatchObject({
    period: { key: '2024-08' },
    fallback: true,
    current: false,
    until: '2024-08-17',
    rowsEnd: '2024-08-17',
  })
})

test('a month that is behind the newest row is whole', () => {
  expect(choose('2026-11-12', { period: '2026-10' })).toMatchObject({ until: '2026-10-31', rowsEnd: null })
})

test('the address wins, nonsense in it does not', () => {
  expect(choose('2024-08-17', { period: '2026-11' })).toMatchObject({ fallback: false, current: true })
  expect(choose('2026-11-21', { from: '2026-10-02', to: '2026-09-01' }).period.key).toBe(
    '2026-09-01..2026-10-02',
  )
  expect(choose('2026-11-21', { period: '2026-99', from: 'x' }).period.key).toBe('2026-11')
})
