import { expect, test } from 'vitest'
import { countryOf, listedBankOf } from './listed-bank.ts'

test('a bank that its provider names is known by country and name', () => {
  expect(listedBankOf('FI:Nordea Bank: Netbank')).toEqual({
    id: 'FI:Nordea Bank: Netbank',
    name: 'Nordea Bank: Netbank',
  })
})

test('what is no country of the list, or has no name, is no bank', () => {
  for (const text of ['', 'FI', 'FI:', 'fi:Nordea', 'US:Chase', 'chase', `FI:${'x'.repeat(101)}`])
    expect(listedBankOf(text), text).toBeNull()
  expect(countryOf('DE')).toBe('DE')
  expect(countryOf('XX')).toBeNull()
})
