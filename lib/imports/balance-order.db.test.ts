import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from './mutations.ts'
import { undoImport } from './undo.ts'

type Stated = { day: number; balance: number }

const two = (value: number) => String(value).padStart(2, '0')

async function* statement({ day, balance }: Stated): AsyncGenerator<Uint8Array> {
  const at = `202603${two(day)}`
  yield Buffer.from(
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>00012345<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>OTHER<DTPOSTED>${at}<TRNAMT>-1.00<FITID>D${day}<NAME>SHOP</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>${balance}.00<DTASOF>${at}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  )
}

const send = (scope: Scope, stated: Stated) =>
  importStatement(
    scope,
    { source: statement(stated), fileName: 'a.ofx' },
    { afterWrite: async () => undefined },
  )

const current = (scope: Scope) =>
  withScope(scope, async (tx) => {
    const [account] = await tx.select().from(accounts)
    return account && [account.balanceAsOf, account.balanceMinor, account.balanceSource]
  })

const asStated = ({ day, balance }: Stated) => [`2026-03-${two(day)}`, BigInt(balance) * 100n, 'file']

const statements = fc.uniqueArray(
  fc.record({ day: fc.integer({ min: 1, max: 28 }), balance: fc.integer({ min: -900, max: 900 }) }),
  { selector: ({ day }) => day, minLength: 2, maxLength: 5 },
)

it('keeps the newest stated balance whatever the order, and an undo gives back the one before', async () => {
  await fc.assert(
    fc.asyncProperty(statements, async (files) => {
      const scope = await createHousehold()
      const trail: { id: string; before: unknown }[] = []
      let newest: Stated | undefined
      for (const file of files) {
        const before = await current(scope)
        trail.push({ before, id: (await send(scope, file)).id })
        newest = newest && newest.day > file.day ? newest : file
        expect(await current(scope)).toEqual(asStated(newest))
      }
      for (const { id, before } of trail.toReversed()) {
        await undoImport(scope, id)
        expect(await current(scope)).toEqual(before)
      }
    }),
    { numRuns: 10 },
  )
}, 60_000)

it('says in any order of undo what the statements that are left say', async () => {
  await fc.assert(
    fc.asyncProperty(statements, fc.nat(), async (files, which) => {
      const scope = await createHousehold()
      const sent: string[] = []
      for (const file of files) sent.push((await send(scope, file)).id)
      const gone = which % files.length
      await undoImport(scope, sent[gone] ?? '')
      const left = files.filter((_, at) => at !== gone).toSorted((a, b) => b.day - a.day)[0]
      expect(await current(scope)).toEqual(left && asStated(left))
    }),
    { numRuns: 10 },
  )
}, 60_000)
