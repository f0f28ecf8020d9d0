import { expect, test } from 'vitest'
import { readText, refusalOf } from '../testing.ts'

const daysOf = async (text: string) => (await readText(text)).rows.map(({ date }) => date)

test('a decimal comma is of countries that put the day first', async () => {
  expect(await daysOf('Date;Name;Amount\n05/01/2026;Shop;-45,20\n02/01/2026;Work;2 000,00\n')).toEqual([
    '2026-01-05',
    '2026-01-02',
  ])
})

test('days that lie close together under one order only settle it', async () => {
  const text = (a: string, b: string) =>
    `Transaction Date,Posting Date,Amount,Description\n${a},${b},-23.99,Shop\n01/12/2026,01/12/2026,75.00,Work\n`
  expect(await daysOf(text('01/10/2026', '01/11/2026'))).toEqual(['2026-01-11', '2026-01-12'])
  expect(await daysOf(text('10/12/2026', '11/12/2026'))).toEqual(['2026-12-11', '2026-12-01'])
})

test('a day above twelve in another column settles the order', async () => {
  expect(await daysOf('Date,Value Date,Name,Amount\n01/02/2026,31/01/2026,Shop,-1.00\n')).toEqual([
    '2026-02-01',
  ])
})

test('the days of the statement settle the order of the days in it', async () => {
  const text = (from: string, to: string) =>
    `Account,12345678\nPeriod,${from} to ${to}\n\nDate,Name,Amount\n03/01/2026,Shop,-1.00\n05/01/2026,Work,2.00\n`
  expect(await daysOf(text('01/01/2026', '15/01/2026'))).toEqual(['2026-01-03', '2026-01-05'])
  expect(await daysOf(text('03/01/2026', '05/31/2026'))).toEqual(['2026-03-01', '2026-05-01'])
})

test('a statement whose own days can be read both ways still asks', async () => {
  const text =
    'Period,01/01/2026 to 12/12/2026\n\nDate,Name,Amount\n03/01/2026,Shop,-1.00\n05/04/2026,Work,2.00\n'
  expect((await refusalOf(readText(text)))?.code).toBe('needs_mapping')
})

test('columns of dates far apart, such as a due date, say nothing', async () => {
  const text =
    'Date,Due Date,Name,Amount\n01/02/2026,01/09/2026,Shop,-1.00\n03/04/2026,11/12/2026,Work,2.00\n'
  expect((await refusalOf(readText(text)))?.code).toBe('needs_mapping')
})

test('a due date a month later does not look like the day after', async () => {
  const text = (header: string) =>
    `Date,${header},Name,Amount\n05/03/2026,05/04/2026,Shop,-1.00\n07/03/2026,07/04/2026,Work,2.00\n`
  for (const header of ['Due Date', 'Next payment', 'Statement date'])
    expect((await refusalOf(readText(text(header))))?.code).toBe('needs_mapping')
})

test('what the decimal comma decides is said', async () => {
  const { summary } = await readText('Date;Name;Amount\n05/01/2026;Shop;-45,20\n02/01/2026;Work;2 000,00\n')
  expect(summary.problems.map(({ code }) => code)).toEqual(['date_order_by_comma'])
})
