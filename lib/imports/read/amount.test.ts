import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDecimal } from '#lib/core/money.ts'
import { markEvidence, readAmount } from './amount.ts'

describe('readAmount', () => {
  it.each([
    ['-1,234.56', '.', -123456n],
    ['-1.234,56', ',', -123456n],
    ['1 234,50', ',', 123450n],
    ["11'373.94", '.', 1137394n],
    ['(1.50)', '.', -150n],
    ['2.50-', '.', -250n],
    ['\u22123.50', '.', -350n],
    ['4.50 DR', '.', -450n],
    ['5.50 CR', '.', 550n],
    ['$-7.50', '.', -750n],
    ['- $40.00', '.', -4000n],
    ['+ $15', '.', 1500n],
    ['\u00a3500.00', '.', 50000n],
    ['1,00,000.5', '.', 10000050n],
    ['.5', '.', 50n],
    ['SGD 12', '.', 1200n],
    ['5,-', ',', 500n],
    ['-1.234,- €', ',', -123400n],
    ['5.--', '.', 500n],
    ['Rs. 5.00', '.', 500n],
    ['kr. -5,50', ',', -550n],
    ['5.00 Dr.', '.', -500n],
    ['1 234,50 Kč', ',', 123450n],
    ['-5,00 лв', ',', -500n],
    ['\u20115.00', '.', -500n],
  ] as const)('%s with %s', (text, decimal, minor) => {
    expect(readAmount(text, decimal, 2)).toEqual({ minor, rounded: false })
  })

  it.each([
    '',
    '-',
    'abc',
    '1.2.3',
    '1,50',
    '1,2345.00',
    '12/05',
    '7 apples',
    '1000000000000001',
    '0'.repeat(70),
  ])('refuses %j', (text) => {
    expect(readAmount(text, '.', 2)).toBeNull()
  })

  it('rounds half away from zero below the minor unit, and says so', () => {
    expect(readAmount('-8.485', '.', 2)).toEqual({ minor: -849n, rounded: true })
    expect(readAmount('8.4849', '.', 2)).toEqual({ minor: 848n, rounded: true })
    expect(readAmount('-30.000', '.', 2)).toEqual({ minor: -3000n, rounded: false })
    expect(readAmount('85.000', ',', 0)).toEqual({ minor: 85000n, rounded: false })
  })

  it('reads back every amount a statement may hold', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom('USD', 'VND', 'KWD'),
        (minor, currency) => {
          const exponent = { USD: 2, VND: 0, KWD: 3 }[currency] ?? 2
          expect(readAmount(toDecimal({ minor, currency }), '.', exponent)).toEqual({ minor, rounded: false })
        },
      ),
    )
  })
})

describe('markEvidence', () => {
  it.each([
    ['1,234.56', '.'],
    ['1.234,56', ','],
    ['1.234.567', ','],
    ['12,5', ','],
    ['1.234', 'dot-or-group'],
    ['0.125', '.'],
    ['1234.567', '.'],
    ['85', null],
  ])('%s says %s', (text, mark) => {
    expect(markEvidence(text)).toBe(mark)
  })
})
