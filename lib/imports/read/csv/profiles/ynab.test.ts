import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

const register = (day: string, symbol: string) =>
  `"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow","Inflow","Cleared"\n"Savings","","${day}","Shop","Food: Groceries","Food","Groceries","tea",${symbol}438.38,${symbol}0.00,"Cleared"\n"Cash","","${day}","Gift","","","","",${symbol}0.00,${symbol}5.00,"Reconciled"\n`

it.each([
  ['04/06/2025', '$', '2025-04-06', 'USD'],
  ['04/06/2025', '£', '2025-06-04', 'GBP'],
])('reads a register of %s in %s', async (day, symbol, date, currency) => {
  const read = await readText(register(day, symbol))
  expect(read.summary).toMatchObject({
    profile: 'ynab',
    accounts: [
      { name: 'Savings', type: 'savings', currency },
      { name: 'Cash', type: 'cash', currency },
    ],
  })
  expect(lines(read)).toEqual([`${date} -438.38 Shop`, `${date} 5.00 Gift`])
  expect(read.rows[0]).toMatchObject({ providerCategory: 'Groceries', memo: 'tea' })
})
