import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('turns spending, which is positive there, around, in each account’s currency', async () => {
  const read = await readText(
    'date,account_name,amount,name,category,tags,notes,currency\n2026-07-10,Cash,42.50,Safeway,Groceries,,milk,USD\n2026-07-11,Euro,-20,Pay,,,,EUR\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'sure',
    accounts: [
      { name: 'Cash', currency: 'USD' },
      { name: 'Euro', currency: 'EUR' },
    ],
  })
  expect(lines(read)).toEqual(['2026-07-10 -42.50 Safeway', '2026-07-11 20.00 Pay'])
})
