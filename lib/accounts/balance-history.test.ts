import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { balancesBackwards } from './balance-history.ts'

const start = asDate('2026-01-01')
const at = (offset: number) => addDays(start, offset)

test('runs backwards and forwards from the known day', () => {
  const moves = [
    { day: at(1), minor: 50n },
    { day: at(3), minor: -20n },
    { day: at(5), minor: 7n },
  ]
  const points = balancesBackwards({ balance: 100n, asOf: at(3), moves, from: at(0), to: at(5) })
  expect(points.map((point) => [point.day, point.minor])).toEqual([
    [at(1), 120n],
    [at(2), 120n],
    [at(3), 100n],
    [at(4), 100n],
    [at(5), 107n],
  ])
})

test('nothing is claimed before the first row, and a span before it is empty', () => {
  expect(balancesBackwards({ balance: 1n, asOf: at(9), moves: [], from: at(0), to: at(8) })).toEqual([])
})

test('the known day has the known balance, and each day differs by its movement', () => {
  const anyMoves = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 })
    .chain((days) =>
      fc.tuple(
        fc.constant(days.sort((a, b) => a - b)),
        fc.array(fc.bigInt({ min: -999n, max: 999n }), { minLength: days.length, maxLength: days.length }),
      ),
    )
  fc.assert(
    fc.property(
      anyMoves,
      fc.integer({ min: 0, max: 60 }),
      fc.bigInt({ min: -9999n, max: 9999n }),
      ([days, minors], known, balance) => {
        const moves = days.map((offset, index) => ({ day: at(offset), minor: minors[index] ?? 0n }))
        const points = balancesBackwards({ balance, asOf: at(known), moves, from: at(0), to: at(60) })
        expect(points.find((point) => point.day === at(known))?.minor).toBe(balance)
        for (const [index, point] of points.entries()) {
          const before = points[index - 1]
          if (before)
            expect(point.minor - before.minor).toBe(moves.find((move) => move.day === point.day)?.minor ?? 0n)
        }
      },
    ),
  )
})
