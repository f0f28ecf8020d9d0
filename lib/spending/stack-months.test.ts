import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { eachPeriod } from '#lib/core/period.ts'
import { hueOfLayers, medianOf, stackMonths } from './stack-months.ts'

test('the largest groups keep their place in every month, the rest is one layer', () => {
  const months = eachPeriod(asDate('2026-01-01'), asDate('2026-02-01'), {
    monthStartDay: 1,
    weekendRule: 'none',
  })
  const cell = (month: string, categoryId: string, net: bigint) => ({ month: asDate(month), categoryId, net })
  const cells = [
    cell('2026-01-01', 'rent', 50n),
    cell('2026-01-01', 'rice', 20n),
    cell('2026-02-01', 'soup', 25n),
    cell('2026-02-01', 'bus', 5n),
    cell('2026-02-01', 'fees', -1n),
  ]
  const group = (id: string) => (id === 'rice' || id === 'soup' ? 'food' : id)
  const { layers, stacks } = stackMonths(cells, months, group, 2)
  expect(layers).toEqual(['rent', 'food'])
  expect(stacks.map((stack) => stack.parts)).toEqual([
    [50n, 20n, 0n],
    [0n, 25n, 4n],
  ])
  expect(stacks.map((stack) => stack.total)).toEqual([70n, 29n])
})

test('a median is one of the values', () => {
  expect([medianOf([3n, 1n, 2n]), medianOf([4n, 1n]), medianOf([])]).toEqual([2n, 1n, null])
})

test('layers never share a hue', () => {
  expect(hueOfLayers([2, 1, 2, null, 6])).toEqual([2, 1, 3, 4, 6])
})
