import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('flips the signs of Apple Card and takes the clearing date', async () => {
  const read = await readText(
    'Transaction Date,Clearing Date,Description,Merchant,Category,Type,Amount (USD),Purchased By\n03/02/2026,03/03/2026,COFFEE 12 MAIN ST,Coffee,Restaurants,Purchase,6.40,P\n',
  )
  expect(read.summary).toMatchObject({ profile: 'apple-card', accounts: [{ type: 'credit_card' }] })
  expect(lines(read)).toEqual(['2026-03-03 -6.40 COFFEE 12 MAIN ST'])
})
