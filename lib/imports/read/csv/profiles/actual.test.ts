import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads the parts of a split and leaves its whole out', async () => {
  const read = await readText(
    'Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\nBank,2026-07-10,Shop,,,0,-30,Cleared\nBank,2026-07-10,Shop,food,Food,-20,0,Cleared\nBank,2026-07-10,Shop,toys,Fun,-10,0,Cleared\n',
  )
  expect(read.summary).toMatchObject({ profile: 'actual', skipped: 1, accounts: [{ name: 'Bank' }] })
  expect(lines(read)).toEqual(['2026-07-10 -20.00 Shop', '2026-07-10 -10.00 Shop'])
})

it('reads the decimal commas of another country', async () => {
  const read = await readText(
    'Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\nGiro,2024-01-05,Markt,,Food,"-59,96","0,00",Cleared\nGiro,2024-01-06,Lohn,,,"1.200,00","0,00",Cleared\nGiro,2024-01-07,Teil,,,"0,00","-3,00",Cleared\n',
  )
  expect(lines(read)).toEqual(['2024-01-05 -59.96 Markt', '2024-01-06 1200.00 Lohn'])
})
