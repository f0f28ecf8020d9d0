import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads a Capital One card and a 360 account', async () => {
  const card = await readText(
    'Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit\n2026-06-10,2026-06-11,1234,PAYPAL,Other,10.60,\n2026-06-12,2026-06-12,1234,PYMT,Payment,,25.00\n',
  )
  expect(card.summary).toMatchObject({ profile: 'capital-one', accounts: [{ type: 'credit_card' }] })
  expect(lines(card)).toEqual(['2026-06-11 -10.60 PAYPAL', '2026-06-12 25.00 PYMT'])
  const bank = await readText(
    'Account Number,Transaction Description,Transaction Date,Transaction Type,Transaction Amount,Balance\n1234,Rent,01/05/26,Debit,900,100\n1234,Pay,01/04/26,Credit,1000,1000\n',
  )
  expect(lines(bank)).toEqual(['2026-01-05 -900.00 Rent', '2026-01-04 1000.00 Pay'])
  expect(bank.summary.accounts[0]).toMatchObject({ sourceAccountId: '1234', ledger: { minor: 10000n } })
})
