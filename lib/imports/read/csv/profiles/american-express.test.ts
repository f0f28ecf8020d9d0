import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('flips the signs of American Express', async () => {
  const read = await readText(
    'Date,Description,Card Member,Account #,Amount\n07/12/2026,FEE,A,-31004,95.00\n07/01/2026,PAYMENT - THANK YOU,A,-31004,-1260.08\n07/13/2026,X,A,-31004,1.00\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'american-express',
    accounts: [{ type: 'credit_card', currency: 'USD' }],
    warnings: 0,
  })
  expect(lines(read)).toEqual([
    '2026-07-12 -95.00 FEE',
    '2026-07-01 1260.08 PAYMENT - THANK YOU',
    '2026-07-13 -1.00 X',
  ])
})

const detailed =
  'Date,Description,Amount,Extended Details,Appears On Your Statement As,Address,City/State,Zip Code,Country,Reference\n'

it('settles undecidable days by the day of the year in the reference', async () => {
  const read = await readText(`${detailed}04/11/2026,AIR,1.00,,,,,,,'AT261020003000010014814'\n`)
  expect(lines(read)).toEqual(['2026-04-11 -1.00 AIR'])
  const other = await readText(`${detailed}04/11/2026,AIR,1.00,,,,,,,'AT263090003000010014814'\n`)
  expect(lines(other)).toEqual(['2026-11-04 -1.00 AIR'])
  expect(read.rows[0]?.externalId).toBe('AT261020003000010014814')
})

it('reads the British layout in pounds, days first', async () => {
  const read = await readText(
    'Date,Description,Amount,Extended Details,Appears On Your Statement As,Address,Town/City,Postcode,Country,Reference,Category\n' +
      '02/07/2022,DELIVEROO,13.37,,,"A\nB",LONDON,EC4,UK,\'AT221830040000011566044\',Food\n',
  )
  expect(read.summary.accounts[0]?.currency).toBe('GBP')
  expect(lines(read)).toEqual(['2022-07-02 -13.37 DELIVEROO'])
})
