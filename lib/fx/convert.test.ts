import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { money } from '#lib/core/money.ts'
import { convert, totalIn } from './convert.ts'

const day = asDate('2026-11-23')

test('the same currency needs no rate, another one is unknown and never 1:1', () => {
  expect(convert(money(5n, 'USD'), 'USD', day)).toEqual({ outcome: 'same', amount: money(5n, 'USD') })
  expect(convert(money(5n, 'VND'), 'USD', day).outcome).toBe('unknown')
})

test('a total with an unknown part is null, beside the known subtotal', () => {
  const amounts = [money(500n, 'USD'), money(250n, 'USD'), money(90_000n, 'VND')]
  expect(totalIn(amounts, 'USD', day)).toEqual({ total: null, known: money(750n, 'USD'), missing: 1 })
  expect(totalIn(amounts.slice(0, 2), 'USD', day).total).toEqual(money(750n, 'USD'))
  expect(totalIn([money(0n, 'VND')], 'USD', day).missing).toBe(0)
})
