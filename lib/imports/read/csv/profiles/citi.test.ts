import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads a Citi card: a number under Credit is money in, whatever its sign', async () => {
  const read = await readText(
    'Status,Date,Description,Debit,Credit,Member Name\n' +
      'Cleared,03/21/2022,"NETFLIX.COM",17.99,,A\nCleared,03/02/2022,"PAYMENT",,-2000.05,A\nPending,03/01/2022,"REFUND",,5.00,A\n',
  )
  expect(read.summary).toMatchObject({ profile: 'citi', accounts: [{ type: 'credit_card' }] })
  expect(lines(read)).toEqual([
    '2022-03-21 -17.99 NETFLIX.COM',
    '2022-03-02 2000.05 PAYMENT',
    '2022-03-01 5.00 REFUND',
  ])
  expect(read.rows.map((row) => row.status)).toEqual(['posted', 'posted', 'pending'])
})

it('reads Citi checking, whose days have hyphens and begin with the month', async () => {
  const read = await readText(
    'Date,Description,Debit,Credit,\n06-01-2026,FOODS,52.13,,\n06-03-2026,PAY,,"3,200.00",\n',
  )
  expect(read.summary).toMatchObject({ profile: 'citi', accounts: [{ type: 'checking' }] })
  expect(lines(read)).toEqual(['2026-06-01 -52.13 FOODS', '2026-06-03 3200.00 PAY'])
  expect(read.summary.problems.map(({ code }) => code)).toEqual(['date_order_assumed'])
})
