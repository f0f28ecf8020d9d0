import { expect, it } from 'vitest'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement, previewImport } from './mutations.ts'
import type { StagedImport } from './schema.ts'

const ofx = (account: string, day: string): string =>
  `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>${day}<TRNAMT>-4.50<FITID>${day}<NAME>BAR</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

type Said = StagedImport['request'] & { asks?: boolean }
const input = (text: string, said: Said) => ({ source: bytesOf(text), fileName: 'march.ofx', ...said })
const send = (scope: Scope, text: string, said: Said = {}) =>
  importStatement(scope, input(text, said), { afterWrite: async () => undefined })

it('stores a file of another number in a chosen account only when the person is sure, and says so', async () => {
  const scope = await createHousehold()
  const accountId = (await send(scope, ofx('00012345', '20260302'))).accounts[0]?.id ?? ''
  const text = ofx('00099999', '20260309')
  const preview = await previewImport(scope, input(text, { accountId }))
  expect([preview.asked, preview.otherNumber]).toEqual([[true], ['asked']])
  await expect(send(scope, text, { accountId, asks: true })).rejects.toMatchObject({
    code: 'conflict',
    details: { messageKey: 'imports.errors.otherNumber' },
  })
  const accounts = { [preview.keys[0] ?? '']: { accountId, sure: true } }
  expect((await previewImport(scope, input(text, { accounts }))).asked).toEqual([false])
  const report = await send(scope, text, { accounts, asks: true })
  expect(report.accounts).toMatchObject([{ id: accountId, new: 1 }])
  expect(report.problems).toMatchObject([{ code: 'other_number', values: { last4: '9999' } }])
})
