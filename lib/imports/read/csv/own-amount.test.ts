import { expect, test } from 'vitest'
import { lines, readText } from '../testing.ts'

const read = (text: string) => readText(text, { defaultCurrency: 'SGD' })

test('the billed amount in the account’s currency counts, not what was paid abroad', async () => {
  const file = await read(
    'Transaction date,Posting date,Description,Transaction Currency,Transaction Amount,Billing Amount (SGD),Type\n' +
      '14 Jan 2026,15 Jan 2026,Books,USD,10.00,13.50,Debit\n16 Jan 2026,16 Jan 2026,Payment,SGD,100.00,100.00,Credit\n',
  )
  expect(lines(file)).toEqual(['2026-01-15 -13.50 Books', '2026-01-16 100.00 Payment'])
  expect(file.summary.accounts.map(({ currency }) => currency)).toEqual(['SGD'])
})

test('words for purchase and payment tell the sign, whatever their column is called', async () => {
  const file = await read(
    'Date,Transaction,Payee,Amount\n01/14/2026,Purchase,Grocer,$45.20\n01/15/2026,Payment,Online,($100.00)\n01/16/2026,Purchase,Fuel,$20.00\n',
  )
  expect(lines(file)).toEqual([
    '2026-01-14 -45.20 Grocer',
    '2026-01-15 100.00 Online',
    '2026-01-16 -20.00 Fuel',
  ])
})

test('a signed amount beside such words keeps its sign', async () => {
  const file = await read(
    'Date,Transaction,Payee,Amount\n01/14/2026,Purchase,Grocer,-45.20\n01/15/2026,Payment,Online,100.00\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 -45.20 Grocer', '2026-01-15 100.00 Online'])
})

test.each(['-20.00', '20.00'])('a total beside both sides of the money is no amount (%s)', async (total) => {
  const file = await read(
    `Date,Description,Debit,Credit,Total\n2026-01-05,A,50.00,,${total}\n2026-01-06,B,,60.00,40.00\n2026-01-07,C,30.00,,10.00\n`,
  )
  expect(lines(file)).toEqual(['2026-01-05 -50.00 A', '2026-01-06 60.00 B', '2026-01-07 -30.00 C'])
})

test.each([
  ['거래일시,적요,찾으신금액,맡기신금액,거래후잔액\n2026-01-14 10:11:12,X,"45,200",0,"1,954,800"\n'],
  [
    '交易日期,交易摘要,收入金额,支出金额,余额,对方户名\n2026-01-14,Y,,45200,1954800,X\n2026-01-15,Z,,1,1954799,W\n',
  ],
])('reads %s', async (text) => {
  const file = await readText(text, { defaultCurrency: 'KRW' })
  expect(lines(file)[0]).toMatch(/^2026-01-14 -45200 X/)
})

test('blanks of any width are one blank in a payee', async () => {
  expect(lines(await read('Date,Name,Amount\n2026-01-14,Work\u3000Shop,-1.00\n'))).toEqual([
    '2026-01-14 -1.00 Work Shop',
  ])
})
