import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads an export of all accounts', async () => {
  const read = await readText(
    'Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags\n2026-07-10,Safeway,Groceries,Checking,SAFEWAY 123,milk,-42.50,\n2026-07-11,Employer,Paycheck,Savings,EMPLOYER,,2000.00,\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'monarch',
    accounts: [{ name: 'Checking' }, { name: 'Savings' }],
  })
  expect(lines(read)).toEqual(['2026-07-10 -42.50 Safeway', '2026-07-11 2000.00 Employer'])
  expect(read.rows[0]).toMatchObject({ providerCategory: 'Groceries', memo: 'milk' })
})
