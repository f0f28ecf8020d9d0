import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, allocate, money, parseDecimal, percentOf, subtract, sum, toDecimal } from './money.ts'

const currencies = fc.constantFrom('USD', 'VND', 'JPY', 'BHD', 'CLF')
const minors = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })

describe('money', () => {
  it('comes back from its decimal text unchanged', () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        const text = toDecimal(money(minor, currency))
        expect(parseDecimal(text, currency)).toEqual({ minor, rounded: false })
      }),
    )
  })

  it.each([
    ['-12.30', 'USD', -1230n],
    ['0.05', 'USD', 5n],
    ['-250000', 'VND', -250000n],
    ['1.234', 'BHD', 1234n],
    ['7', 'USD', 700n],
  ])('reads %s %s', (text, currency, minor) => {
    expect(parseDecimal(text, currency)?.minor).toBe(minor)
  })

  it.each([
    ['-33.768', 'USD', -3377n],
    ['1.005', 'USD', 101n],
    ['1.5', 'VND', 2n],
  ])('rounds %s %s half away from zero and says so', (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toEqual({ minor, rounded: true })
  })

  it.each(['', '1,5', '1.', '.5', '1e3', 'NaN', '--1', '1 000'])('refuses %j', (text) => {
    expect(parseDecimal(text, 'USD')).toBeNull()
  })

  it('splits without losing or inventing a unit', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(minors, weights, (minor, parts) => {
        fc.pre(parts.some((weight) => weight > 0n))
        const shares = allocate(money(minor, 'USD'), parts)
        expect(sum(shares, 'USD').minor).toBe(minor)
        expect(shares).toHaveLength(parts.length)
      }),
    )
  })

  it('adds and subtracts one currency and refuses two', () => {
    expect(subtract(add(money(5n, 'USD'), money(7n, 'USD')), money(2n, 'USD')).minor).toBe(10n)
    expect(() => add(money(1n, 'USD'), money(1n, 'VND'))).toThrow('Cannot combine USD with VND.')
  })

  it('has no percentage of nothing', () => {
    expect(percentOf(5n, 0n)).toBeNull()
    expect(percentOf(1n, 3n)).toBe(33)
    expect(percentOf(-1n, 4n)).toBe(-25)
  })
})
