import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { balancePoints } from '../balance-points.ts'
import { crossings, currentCrossing } from './crossings.ts'

const points = (...balances: number[]) =>
  balances.map((minor, index) => ({ day: asDate(`2026-10-0${index + 1}`), minor: BigInt(minor) }))
const lines = [100n, 50n, 0n]
const told = (...balances: number[]) =>
  crossings(points(...balances), lines).map(({ since, day, level }) => [
    since.slice(-1),
    day.slice(-1),
    level,
  ])

test('a line is crossed when the balance is below it, not on it', () => {
  expect(told(200, 100)).toEqual([])
  expect(told(200, 99)).toEqual([['2', '2', 1]])
})

test('a small move inside a stretch is not told, the next line is', () => {
  expect(told(200, 99, 90, 60, 49, 51, 40, -1)).toEqual([
    ['2', '2', 1],
    ['2', '5', 2],
    ['2', '8', 3],
  ])
})

test('a fall through several lines at once is told once', () => {
  expect(told(200, -5, 20, 70)).toEqual([['2', '2', 3]])
})

test('a recovery starts a new stretch', () => {
  expect(told(90, 150, 90)).toEqual([
    ['1', '1', 1],
    ['3', '3', 1],
  ])
})

test('now is the deepest line of the stretch that still lasts', () => {
  expect(currentCrossing(points(200, 40, 60), lines)).toMatchObject({
    since: '2026-10-02',
    level: 2,
    minor: 60n,
  })
  expect(currentCrossing(points(40, 150), lines)).toBeNull()
  expect(currentCrossing([], lines)).toBeNull()
})

test('balances are computed both ways from the stated one', () => {
  const [a, b, c] = ['2026-10-01', '2026-10-05', '2026-10-09'].map(asDate)
  if (!a || !b || !c) throw new Error('three days')
  const moves = [
    { day: a, minor: -10n },
    { day: c, minor: -7n },
  ]
  expect(balancePoints({ day: b, minor: 100n }, moves)).toEqual([
    { day: a, minor: 100n },
    { day: b, minor: 100n },
    { day: c, minor: 93n },
  ])
})
