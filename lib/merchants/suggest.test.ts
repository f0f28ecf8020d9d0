import { describe, expect, test } from 'vitest'
import { cleanPayee } from './payee.ts'
import { categoryOfProvider } from './provider-categories.ts'
import { suggestCategory } from './suggest.ts'

const suggest = (rawDescription: string, minor: bigint, isCard = false) =>
  suggestCategory({ rawDescription, merchantKey: cleanPayee(rawDescription).key, minor, isCard })?.category ??
  null

describe('suggestCategory', () => {
  test.each([
    ['ACH CREDIT TARGET PAYROLL PPD', 250_000n, 'salary'],
    ['TARGET T-1057 ALBANY CA', -2_500n, 'general_shopping'],
    ['TARGET T-1057 ALBANY CA', 2_500n, 'general_shopping'],
    ['INTEREST PAYMENT', 12n, 'interest'],
    ['FOREIGN TRANSACTION FEE', -90n, 'foreign_fees'],
    ['ATM WITHDRAWAL 004844 MAIN ST', -10_000n, 'cash'],
    ['Online Transfer to SAV ...3255', -50_000n, 'transfer'],
    ['TOAN PHAT NHA HANG', -300_000n, 'eating_out'],
    ['GRAB*A-5XYZ HO CHI MINH', -60_000n, 'rides'],
    ['Bách Hoá Xanh Q7', -60_000n, 'groceries'],
    ['ZELLE TO JOHN SMITH', -5_000n, null],
  ])('%s of %d is %s', (text, minor, key) => {
    expect(suggest(text, minor)).toBe(key)
  })

  test('thanks for a payment only mean a card was paid on a card', () => {
    expect(suggest('AUTOPAY RECEIVED', 5_000n, true)).toBe('card_payment')
    expect(suggest('AUTOPAY RECEIVED', 5_000n, false)).toBeNull()
    expect(suggest('AUTOPAY GYM', -5_000n, true)).toBe('fitness')
  })
})

test.each([
  ['FOOD_AND_DRINK_GROCERIES', 'groceries'],
  ['FOOD_AND_DRINK', 'eating_out'],
  ['TRANSFER_OUT', null],
  ['5411', 'groceries'],
  ['0000', null],
  ['Food & Drink', 'eating_out'],
  ['Restaurant-Bar & Café', 'eating_out'],
  ['no such thing', null],
])('a provider’s %s is %s', (text, key) => {
  expect(categoryOfProvider(text)).toBe(key)
})
