import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads a statement of one currency, days first', async () => {
  const read = await readText(
    '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Total fees"\n' +
      'CARD-1,06-11-2025,-12.50,EUR,"Card transaction issued by Tesco",,87.50,,,,,,,Tesco,0.00\n' +
      'TRANSFER-2,05-11-2025,100.00,EUR,"Received money from A",ref 9,100.00,,,,Ann Lee,,,,0.00\n',
  )
  expect(read.summary).toMatchObject({ profile: 'wise', accounts: [{ currency: 'EUR' }] })
  expect(lines(read)).toEqual(['2025-11-06 -12.50 Tesco', '2025-11-05 100.00 Ann Lee'])
  expect(read.rows[1]).toMatchObject({ externalId: 'TRANSFER-2', reference: 'ref 9', runningBalance: 10000n })
})
