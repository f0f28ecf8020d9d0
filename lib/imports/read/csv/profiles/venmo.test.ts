import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('names the other person of a Venmo payment or charge', async () => {
  const read = await readText(
    'Account Statement - (@me)\nAccount Activity\n,ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (tip),Beginning Balance,Ending Balance\n,,,,,,,,,,$20.00,\n' +
      ',1,2026-10-04T18:22:10,Payment,Complete,couch,Me,Jane,- $40.00,,,\n,2,2026-10-05T10:00:00,Payment,Complete,pizza,Sam,Me,+ $15.00,,,\n' +
      ',3,2026-10-06T10:00:00,Charge,Complete,rent,Ann,Me,"- $1,000.00",,,\n,4,2026-10-07T10:00:00,Charge,Pending,gas,Me,Bob,+ $5.00,,,\n',
  )
  expect(read.summary.profile).toBe('venmo')
  expect(lines(read)).toEqual([
    '2026-10-04 -40.00 Jane',
    '2026-10-05 15.00 Sam',
    '2026-10-06 -1000.00 Ann',
    '2026-10-07 5.00 Bob',
  ])
  expect(read.rows[3]).toMatchObject({ status: 'pending', memo: 'gas', externalId: '4' })
})
