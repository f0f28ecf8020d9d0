import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

const header =
  'ID,Status,Direction,"Created on","Finished on","Source fee amount","Source fee currency","Target fee amount","Target fee currency","Source name","Source amount (after fees)","Source currency","Target name","Target amount (after fees)","Target currency","Exchange rate",Reference,Batch,"Created by",Category,Note\n'

it('reads the list of all transfers: fees leave with what is sent, what arrives is net, each currency is an account', async () => {
  const read = await readText(
    `${header}TRANSFER-1,COMPLETED,OUT,"2024-03-04 10:11:12","2024-03-05 00:00:01",0.55,EUR,,,"Jane Roe",99.45,EUR,"Acme Ltd",85.10,GBP,0.8557,Inv 7,,"Jane Roe",General,\n` +
      'TRANSFER-2,COMPLETED,IN,"2024-03-06 09:00:00","2024-03-06 09:00:10",,,5.00,GBP,"John Smith",255.00,GBP,"Jane Roe",250.00,GBP,1.0,Rent,,,,\n' +
      'TRANSFER-3,CANCELLED,OUT,"2024-03-08 10:11:12",,0.55,EUR,,,"Jane Roe",10.00,EUR,"X",8,GBP,0.8557,,,,,\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'wise',
    skipped: 1,
    accounts: [{ currency: 'EUR' }, { currency: 'GBP' }],
  })
  expect(lines(read)).toEqual(['2024-03-05 -100.00 Acme Ltd', '2024-03-06 250.00 John Smith'])
  expect(read.rows[0]).toMatchObject({
    externalId: 'TRANSFER-1',
    transactionDate: '2024-03-04',
    rawDescription: 'Jane Roe Acme Ltd Inv 7',
  })
})

it('books both sides of a conversion between own balances', async () => {
  const read = await readText(
    `${header}BALANCE-9,COMPLETED,NEUTRAL,"2024-03-07 12:00:00","2024-03-07 12:00:00",0.40,EUR,,,"Jane Roe",100.00,EUR,"Jane Roe",108.00,USD,1.08,,,,,\n`,
  )
  expect(lines(read)).toEqual(['2024-03-07 -100.40 Jane Roe', '2024-03-07 108.00 Jane Roe'])
})
