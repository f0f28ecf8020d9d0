import { expect, test } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

test('three columns of days do not keep a file from being read', async () => {
  const read = await readText(
    '14.01.2026;"BILLA 1234";14.01.2026;-45,20;EUR;14.01.2026 10:11:12:345\n12.01.2026;"Gehalt Werk";12.01.2026;2.000,00;EUR;12.01.2026 03:11:12:345\n',
  )
  expect(lines(read)).toEqual(['2026-01-14 -45.20 BILLA 1234', '2026-01-12 2000.00 Gehalt Werk'])
})

test('a first line of the statement’s own, with no amount, is no payment', async () => {
  const read = await readText(
    `2026-01-16,01-01-2026,'12 1090 1234 5678 0000 1234 5678,JAN KOWALSKI,PLN,"0,00","1954,80",2,\n` +
      '14-01-2026,13-01-2026,KARTA SKLEP,SKLEP WARSZAWA,,"-45,20","1954,80",2,\n12-01-2026,12-01-2026,Pensja,PRACA,02 1140 2004,"2000,00","2000,00",1,\n',
  )
  expect(read.rows.map(({ date, minor }) => [date, minor])).toEqual([
    ['2026-01-14', -4520n],
    ['2026-01-12', 200000n],
  ])
})

test('words for a service or a wage are kinds of payment, so that the other text is the payee', async () => {
  const read = await readText(
    '1/14/2026,-45.12,"-","Point of Sale Purchase","GROCER TORONTO"\n1/12/2026,2000.00,"-","Payroll Deposit","WORK INC"\n1/10/2026,-12.00,"-","Service Charge","MONTHLY PLAN"\n',
  )
  expect(lines(read).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
    'GROCER TORONTO',
    'WORK INC',
    'MONTHLY PLAN',
  ])
})

test('income printed with a minus proves that spending is positive', async () => {
  const read = await readText(
    'date,payee,amount,currency,category,account_name\n2026-01-05,Grocer,45.20,usd,Groceries,Checking (...1234)\n' +
      '2026-01-15,Work,-2000.00,usd,Income,Checking (...1234)\n2026-01-16,Films,15.99,usd,Fun,Checking (...1234)\n',
  )
  expect(lines(read)).toEqual([
    '2026-01-05 -45.20 Grocer',
    '2026-01-15 2000.00 Work',
    '2026-01-16 -15.99 Films',
  ])
  expect(read.summary.accounts[0]?.type).toBe('checking')
  expect(read.summary.problems.map(({ code }) => code)).toEqual(['income_by_minus'])
})

test.each([
  [
    'a tax on income',
    'Bank,Interest,5.00\n2026-01-06,Bank,Interest,6.00\n2026-01-07,State,Income tax,-1.00\n',
  ],
  [
    'wages that are paid',
    'A,Sales,50.00\n2026-01-06,B,Sales,60.00\n2026-01-06,C,Sales,70.00\n2026-01-07,Ann,Wages,-9.00\n2026-01-08,D,Rent,-8.00\n',
  ],
])('%s does not turn the signs round', async (_what, rows) => {
  const read = await readText(`Date,Payee,Category,Amount\n2026-01-05,${rows}`)
  expect(read.rows[0]?.minor).toBeGreaterThan(0n)
  expect(read.rows.at(-1)?.minor).toBeLessThan(0n)
})

test('whole numbers of two columns still ask', async () => {
  expect((await refusalOf(readText('2026-01-14,Tea,3,5\n2026-01-15,Pay,4,6\n')))?.code).toBe('needs_mapping')
})

test('the account of the other side is no payee', async () => {
  const read = await readText(
    '14-01-2026,NL02RABO0123456789,Grocer,-45.20\n12-01-2026,NL02INGB0001234567,Work BV,2000.00\n',
  )
  expect(lines(read)).toEqual(['2026-01-14 -45.20 Grocer', '2026-01-12 2000.00 Work BV'])
})
