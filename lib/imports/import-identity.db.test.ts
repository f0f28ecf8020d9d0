import { expect, it } from 'vitest'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { getCoverage } from '#lib/accounts/coverage-queries.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from './mutations.ts'
import { undoImport } from './undo.ts'

type Line = { day: string; amount: string; name: string; id: string }

const ofx = (lines: readonly Line[], balance?: string): string =>
  `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>00012345<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331${lines
    .map(
      ({ day, amount, name, id }) =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202603${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
    )
    .join('\n')}</BANKTRANLIST>${
    balance ? `<LEDGERBAL><BALAMT>${balance}<DTASOF>20260331</LEDGERBAL>` : ''
  }</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const csv = (...lines: string[]): string => ['Date,Description,Amount', ...lines, ''].join('\n')

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const send = (scope: Scope, text: string, fileName: string, accountId?: string) =>
  importStatement(
    scope,
    { source: bytesOf(text), fileName, accountId },
    { afterWrite: async () => undefined },
  )

const stored = (scope: Scope) => withScope(scope, (tx) => tx.select().from(transactions))

it('rule 1: an id that was ever merged is known, and so is one of a deleted row', async () => {
  const scope = await createHousehold()
  const first = await send(scope, csv('2026-03-09,GROCER 12,-82.10'), 'a.csv')
  const accountId = first.accounts[0]?.id
  await send(scope, ofx([{ day: '09', amount: '-82.10', name: 'GROCER 12', id: 'A' }]), 'a.ofx', accountId)
  expect(await stored(scope)).toHaveLength(1)
  await withScope(scope, (tx) => bulk(tx, 'update transactions set deleted_at = now()', []))
  const renamed = ofx([{ day: '09', amount: '-82.10', name: 'SOMETHING ELSE', id: 'A' }])
  const again = await send(scope, renamed, 'b.ofx', accountId)
  expect(again.accounts[0]).toMatchObject({ new: 0 })
  expect((await stored(scope)).map((row) => row.deletedAt !== null)).toEqual([true])
})

it('rule 2: what a person edits is no part of a fingerprint', async () => {
  const scope = await createHousehold()
  const text = csv('2026-03-09,GROCER 12,-82.10', '2026-03-09,GROCER 12,-82.10')
  await send(scope, text, 'a.csv')
  const rename = `update transactions set payee = 'Mine', merchant_key = 'mine', note = 'n', edited_at = now()`
  await withScope(scope, (tx) => bulk(tx, rename, []))
  const again = await send(scope, `${text}\n`, 'b.csv')
  expect(again.accounts[0]).toMatchObject({ new: 0, duplicate: 2 })
  expect((await stored(scope)).map((row) => row.payee)).toEqual(['Mine', 'Mine'])
})

it('rule 3: real twins of which each of two sources holds one become one row', async () => {
  const scope = await createHousehold()
  const first = await send(scope, csv('2026-03-09,COFFEE BAR,-4.50'), 'a.csv')
  const other = ofx([{ day: '12', amount: '-4.50', name: 'COFFEE BAR', id: 'B' }])
  const second = await send(scope, other, 'a.ofx', first.accounts[0]?.id)
  expect(second.accounts[0]).toMatchObject({ new: 0, updated: 1 })
  expect(await stored(scope)).toHaveLength(1)
})

it('calls what must go with an undo once, and not when a repeat of the file keeps the rows', async () => {
  const scope = await createHousehold()
  const text = csv('2026-03-09,GROCER 12,-82.10')
  const first = await send(scope, text, 'a.csv')
  const repeat = await send(scope, text, 'a.csv')
  const called: string[] = []
  const afterUndo = async (_tx: unknown, _scope: Scope, id: string) => void called.push(id)
  await undoImport(scope, first.id, { afterUndo })
  expect(called).toEqual([])
  await undoImport(scope, repeat.id, { afterUndo })
  expect(called).toEqual([repeat.id])
  await undoImport(scope, repeat.id, { afterUndo })
  expect(called).toEqual([repeat.id])
})

it('shows that two statements give different balances for the same day, until one is undone', async () => {
  const scope = await createHousehold()
  const line = { day: '09', amount: '-82.10', name: 'GROCER 12', id: 'A' }
  const first = await send(scope, ofx([line], '500.00'), 'a.ofx')
  const accountId = first.accounts[0]?.id ?? ''
  const disagreements = async () => (await getCoverage(scope, accountId)).coverage?.contradictions
  expect(await disagreements()).toEqual([])
  const second = await send(scope, ofx([line], '510.00'), 'b.ofx')
  expect(second.accounts[0]?.id).toBe(accountId)
  const [found, ...others] = (await disagreements()) ?? []
  expect(others).toEqual([])
  expect(found).toMatchObject({ from: '2026-03-31', to: '2026-03-31', rows: 0n })
  expect([1000n, -1000n]).toContain(found?.moved)
  await undoImport(scope, second.id)
  expect(await disagreements()).toEqual([])
})

it('a pending row is in no total from the first day on, and posted it is', async () => {
  const scope = await createHousehold()
  const line = (status: string) => `Date,Description,Amount,Status\n2026-03-09,GROCER 12,-82.10,${status}\n`
  const first = await send(scope, line('Pending'), 'a.csv')
  const counted = () =>
    withScope(scope, (tx) =>
      bulk<{ bucket: string; minor: string }>(
        tx,
        'select bucket, sum(minor)::text as minor from rollup_days where count > 0 group by bucket',
        [],
      ),
    )
  expect(await counted()).toEqual([{ bucket: 'pending', minor: '-8210' }])
  await send(scope, line('Posted'), 'b.csv', first.accounts[0]?.id)
  expect(await counted()).toEqual([{ bucket: 'spending', minor: '-8210' }])
})

it('a pending row that is posted meets the other half of its transfer', async () => {
  const scope = await createHousehold()
  const line = (status: string) =>
    `Date,Description,Amount,Status\n2026-03-09,ONLINE TRANSFER TO SAVINGS,-500.00,${status}\n`
  const first = await send(scope, line('Pending'), 'a.csv')
  await send(
    scope,
    ofx([{ day: '10', amount: '500.00', name: 'TRANSFER FROM CHECKING', id: 'A' }]),
    'savings.ofx',
  )
  expect((await stored(scope)).map((row) => row.transferId)).toEqual([null, null])
  await send(scope, line('Posted'), 'b.csv', first.accounts[0]?.id)
  const [a, b] = await stored(scope)
  expect(a?.transferId).not.toBeNull()
  expect(b?.transferId).toBe(a?.transferId)
})
