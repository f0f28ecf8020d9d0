import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('turns spending, which is positive there, around', async () => {
  const read = await readText(
    'date,name,amount,status,category,parent category,excluded,tags,type,account,account mask,note,recurring\n2026-07-10,Safeway,42.50,posted,Groceries,Food,false,,regular,Apple Card,1234,milk,\n2026-07-11,Payroll,-2000.00,pending,Paycheck,Income,false,,income,Checking,,,\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'copilot',
    accounts: [
      { name: 'Apple Card (...1234)', last4: '1234', type: 'credit_card' },
      { name: 'Checking', last4: null },
    ],
  })
  expect(lines(read)).toEqual(['2026-07-10 -42.50 Safeway', '2026-07-11 2000.00 Payroll'])
  expect(read.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
})
