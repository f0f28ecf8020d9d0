import { expect, test } from 'vitest'
import { categoryOfProvider, providerSays } from './provider-categories.ts'

test.each([
  ['FOOD_AND_DRINK_COFFEE', 'coffee'],
  ['INCOME_WAGES', 'salary'],
  ['LOAN_PAYMENTS_CREDIT_CARD_PAYMENT', 'card_payment'],
  ['TRANSFER_OUT_WIRE', null],
  ['5812', 'eating_out'],
  ['742', 'pets'],
  ['3501', 'lodging'],
  ['3000', 'flights'],
  ['4829', null],
  ['Bills & Utilities', 'other_utilities'],
  ['Gas & Fuel', 'fuel'],
  ['Auto & Transport', 'car_care'],
  ['Immediate Obligations: Groceries', 'groceries'],
  ['Food and Drink, Restaurants, Coffee Shop', 'coffee'],
  ['Merchandise & Supplies-Pharmacies', 'pharmacy'],
  ['Taxi & Ride Shares', 'rides'],
  ['Ăn uống', 'eating_out'],
  ['Fees & Adjustments', 'bank_fees'],
  ['OTHER', null],
  ['Uncategorized', null],
  ['', null],
])('%s is %s', (text, key) => {
  expect(categoryOfProvider(text)).toBe(key)
})

test('a group is told from a leaf', () => {
  expect(providerSays('FOOD_AND_DRINK')?.coarse).toBe(true)
  expect(providerSays('MEDICAL_OTHER_MEDICAL')?.coarse).toBe(true)
  expect(providerSays('Shopping')?.coarse).toBe(true)
  expect(providerSays('FOOD_AND_DRINK_COFFEE')?.coarse).toBe(false)
  expect(providerSays('Groceries')?.coarse).toBe(false)
})
