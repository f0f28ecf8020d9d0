import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisTicks, spacedIndexes } from './scale.ts'

test('ticks are round', () => {
  expect(axisTicks(0, 3900, 4)).toEqual([0, 1000, 2000, 3000, 4000])
  expect(axisTicks(-120, 480, 4)).toEqual([-200, 0, 200, 400, 600])
})

test('ticks cover the range, are few, and go up', () => {
  const figure = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 2, max: 6 }), (a, b, most) => {
      fc.pre(a !== b)
      const ticks = axisTicks(Math.min(a, b), Math.max(a, b), most)
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(a, b))
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(a, b))
      expect(ticks.length).toBeLessThanOrEqual(most + 2)
      expect([...ticks].sort((x, y) => x - y)).toEqual(ticks)
    }),
  )
})

test('labels keep the last one', () => {
  expect(spacedIndexes(12, 12)).toHaveLength(12)
  expect(spacedIndexes(12, 6)).toEqual([1, 3, 5, 7, 9, 11])
})
