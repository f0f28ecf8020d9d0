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

it('reads days first where only that gives days', async () => {
  const read = await readText(
    'Date,Description,Original Description,Amount,Transaction Type,Category,Account Name,Labels,Notes\n13/01/2024,Shop,SHOP,59.96,debit,Shopping,Chequing,,\n02/01/2024,Bar,BAR,5.00,debit,Food,Chequing,,\n',
  )
  expect(lines(read)).toEqual(['2024-01-13 -59.96 Shop', '2024-01-02 -5.00 Bar'])
})
