import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads Chase checking with its balance and check number', async () => {
  const read = await readText(
    'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n' +
      'DEBIT,10/05/2026,"TEA SHOP   NY",-8.65,DEBIT_CARD,1651.58,,\n' +
      'CHECK,10/04/2026,CHECK 1043,-250.00,CHECK_PAID,1660.23,1043,\n',
  )
  expect(read.summary).toMatchObject({ profile: 'chase', institution: 'Chase', skipped: 0, warnings: 0 })
  expect(read.summary.accounts[0]).toMatchObject({
    type: 'checking',
    currency: 'USD',
    ledger: { minor: 165158n, asOf: '2026-10-05' },
  })
  expect(lines(read)).toEqual(['2026-10-05 -8.65 TEA SHOP NY', '2026-10-04 -250.00 CHECK 1043'])
  expect(read.rows.map((row) => [row.checkNumber, row.runningBalance])).toEqual([
    [null, 165158n],
    ['1043', 166023n],
  ])
})

it('reads a Chase card by its post date', async () => {
  const read = await readText(
    'Card,Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n' +
      '4321,01/06/2025,01/07/2025,HOME DEPOT,Shopping,Sale,-120.00,\n',
  )
  expect(read.summary.accounts[0]?.type).toBe('credit_card')
  expect(lines(read)).toEqual(['2025-01-07 -120.00 HOME DEPOT'])
  expect(read.rows[0]).toMatchObject({ transactionDate: '2025-01-06', providerCategory: 'Shopping' })
})

it('reads older layouts, ended by carriage returns', async () => {
  const read = await readText(
    'Type,Post Date,Description,Amount,Check or Slip #\rDEBIT,08/13/2012,TEA,-8.65,\rCHECK,08/14/2012,CHECK,-9.00,77\r',
  )
  expect(read.summary.profile).toBe('chase')
  expect(lines(read)).toEqual(['2012-08-13 -8.65 TEA', '2012-08-14 -9.00 CHECK'])
})

it('reads the Chase layout of 2009, without headers', async () => {
  const read = await readText(
    'DEBIT,20091224120000[0:GMT],"HOST",-85.00\nCREDIT,20091223120000[0:GMT],"PAY",3520.00\n',
  )
  expect(read.summary.profile).toBe('chase')
  expect(lines(read)).toEqual(['2009-12-24 -85.00 HOST', '2009-12-23 3520.00 PAY'])
})
