import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('flips the signs of a Discover card', async () => {
  const read = await readText(
    'Trans. Date,Post Date,Description,Amount,Category\n01/02/2026,01/03/2026,SHOP,9.50,Merchandise\n01/04/2026,01/04/2026,INTERNET PAYMENT,-20.00,Payments\n',
  )
  expect(read.summary).toMatchObject({ profile: 'discover', accounts: [{ type: 'credit_card' }] })
  expect(lines(read)).toEqual(['2026-01-03 -9.50 SHOP', '2026-01-04 20.00 INTERNET PAYMENT'])
})
