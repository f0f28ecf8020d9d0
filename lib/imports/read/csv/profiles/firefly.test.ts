import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('puts each row into the account it is about, and a transfer into both', async () => {
  const read = await readText(
    'user_id,group_id,journal_id,type,amount,currency_code,description,date,source_name,source_type,destination_name,destination_type,category,notes\n' +
      '1,1,11,Withdrawal,-12.34,EUR,Tea,2026-07-10T00:00:00+02:00,Giro,Asset account,Shop,Expense account,Food,hot\n' +
      '1,2,12,Deposit,900.00,EUR,Pay,2026-07-11T00:00:00+02:00,Acme,Revenue account,Giro,Asset account,,\n' +
      '1,3,13,Transfer,50.00,EUR,Save,2026-07-12T00:00:00+02:00,Giro,Asset account,Sparbuch,Asset account,,\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'firefly',
    accounts: [{ name: 'Giro' }, { name: 'Sparbuch' }],
  })
  expect(lines(read)).toEqual([
    '2026-07-10 -12.34 Shop',
    '2026-07-11 900.00 Acme',
    '2026-07-12 -50.00 Save',
    '2026-07-12 50.00 Save',
  ])
  expect(read.rows.map((row) => row.account === read.summary.accounts[0]?.key)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

it('lets a transfer between currencies arrive as its foreign amount', async () => {
  const read = await readText(
    'journal_id,type,currency_code,amount,foreign_currency_code,foreign_amount,description,date,source_name,source_type,destination_name,destination_type,category,notes\n' +
      '13,Transfer,EUR,100.00,USD,108.00,To dollars,2024-01-07T00:00:00+01:00,Checking,Asset account,Dollars,Asset account,,\n',
  )
  expect(lines(read)).toEqual(['2024-01-07 -100.00 To dollars', '2024-01-07 108.00 To dollars'])
  expect(read.summary.accounts).toMatchObject([
    { name: 'Checking', currency: 'EUR' },
    { name: 'Dollars', currency: 'USD' },
  ])
})
