import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('makes an account of each name, and signs by the type', async () => {
  const read = await readText(
    '"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"\n' +
      '"1/03/2023","Costco","COSTCO 12","55.96","debit","Groceries","Freedom Visa","","bulk"\n"1/04/2023","Pay","ACME","900.00","credit","Income","Checking (...1234)","",""\n',
  )
  expect(read.summary.profile).toBe('mint')
  expect(read.summary.accounts).toMatchObject([
    { name: 'Freedom Visa', type: 'credit_card', last4: null },
    { name: 'Checking (...1234)', type: 'checking', last4: '1234' },
  ])
  expect(lines(read)).toEqual(['2023-01-03 -55.96 Costco', '2023-01-04 900.00 Pay'])
  expect(read.rows[0]).toMatchObject({ providerCategory: 'Groceries', memo: 'bulk' })
})
