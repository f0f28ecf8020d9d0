import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads Techcombank, whose twins differ by their balance alone', async () => {
  const read = await readText(
    '\ufeffTransaction Date,Description,Amount,Balance,Reference\n2026-08-02 12:31:05,TOPUP,"-500,000","12,300,000",TCB26080211\n' +
      '2026-08-04 19:02:44,COFFEE,"-65,000","12,235,000",\n2026-08-04 19:02:44,COFFEE,"-65,000","12,170,000",\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'techcombank',
    accounts: [{ currency: 'VND', ledger: { minor: 12170000n } }],
  })
  expect(lines(read)).toEqual([
    '2026-08-02 -500000 TOPUP',
    '2026-08-04 -65000 COFFEE',
    '2026-08-04 -65000 COFFEE',
  ])
})
