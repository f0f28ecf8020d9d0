import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { statementFileChunks, statementFiles } from '#db/schema/imports.ts'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { readFile } from './file-store.ts'
import { importStatement } from './mutations.ts'
import { listImports } from './queries.ts'
import { deleteRawFile, downloadRawFile } from './raw-file.ts'
import { recogniseFile } from './recognise.ts'
import { importResult } from './result.ts'
import { decideReviews } from './review-mutations.ts'
import { listReviews } from './review-queries.ts'
import { undoImport } from './undo.ts'

const csv = (...lines: string[]): string => ['Date,Description,Amount', ...lines, ''].join('\n')

const ofx = (...rows: readonly [day: string, amount: string, name: string, id: string][]): string =>
  `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>00012345<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>${rows
    .map(
      ([day, amount, name, id]) =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day.replaceAll('-', '')}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
    )
    .join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const send = (scope: Scope, text: string, fileName = 'march.csv', accountId?: string) =>
  importStatement(
    scope,
    { source: bytesOf(text), fileName, accountId },
    { afterWrite: async () => undefined },
  )

const live = (scope: Scope) =>
  withScope(scope, async (tx) =>
    (await tx.select().from(transactions))
      .filter((row) => row.deletedAt === null)
      .map((row) => `${row.date} ${row.minor} ${row.payee} ${row.note ?? ''}`)
      .sort(),
  )

const run = (scope: Scope, sql: string) => withScope(scope, (tx) => bulk(tx, sql, []))

const march = csv('2026-03-02,COFFEE BAR,-4.50', '2026-03-05,PAYROLL,1500.00', '2026-03-09,GROCER,-82.10')

it('keeps the file as it came, encrypted, and gives it back to who brought it', async () => {
  const [scope, stranger] = [await createHousehold(), await createHousehold()]
  const report = await send(scope, march, '../März "2026".csv')
  const [file] = await withScope(scope, (tx) => tx.select().from(statementFiles))
  const chunks = await withScope(scope, (tx) => tx.select().from(statementFileChunks))
  expect(file).toMatchObject({ size: march.length, chunks: chunks.length })
  expect(Buffer.concat(chunks.map((chunk) => chunk.bytes)).includes('COFFEE')).toBe(false)
  const response = await downloadRawFile(scope, report.id)
  expect(await response.text()).toBe(march)
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="M_rz _2026_.csv"; filename*=UTF-8''M%C3%A4rz%20_2026_.csv`,
  )
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  await expect(downloadRawFile(stranger, report.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(deleteRawFile(stranger, { id: report.id })).rejects.toMatchObject({ code: 'not_found' })
})

it('keeps a large file in chunks that cannot be swapped, changed or left out', async () => {
  const scope = await createHousehold()
  const lines = Array.from(
    { length: 20_000 },
    (_, at) =>
      `2026-03-${String((at % 28) + 1).padStart(2, '0')},${Math.sin(at)} ${Math.cos(at * 7)},-${at}.01`,
  )
  const text = csv(...lines)
  const report = await send(scope, text)
  expect(await (await downloadRawFile(scope, report.id)).text()).toBe(text)
  const [file] = await withScope(scope, (tx) => tx.select().from(statementFiles))
  if (!file) throw new Error('the file is kept')
  expect(file.chunks).toBeGreaterThan(1)
  const all = async () => {
    const pieces: Buffer[] = []
    for await (const piece of readFile(scope, file)) pieces.push(piece)
    return gunzipSync(Buffer.concat(pieces)).toString()
  }
  expect(await all()).toBe(text)
  await run(scope, 'update statement_file_chunks set part = 1 - part + 100 where part in (0, 1)')
  await run(scope, 'update statement_file_chunks set part = part - 100 where part > 50')
  await expect(all()).rejects.toThrow('does not open')
})

it('knows an unchanged file before it is sent, keeps it once, and forgets it without its rows', async () => {
  const scope = await createHousehold()
  const first = await send(scope, march)
  await send(scope, march)
  const [file] = await withScope(scope, (tx) => tx.select().from(statementFiles))
  expect(await withScope(scope, (tx) => tx.$count(statementFiles))).toBe(1)
  const sha256 = file?.sha256 ?? ''
  expect(await recogniseFile(scope, { sha256 })).toMatchObject({
    report: { id: first.id, format: 'csv', sameAs: null },
  })
  expect(await recogniseFile(await createHousehold(), { sha256 })).toBeNull()
  const before = await live(scope)
  await deleteRawFile(scope, { id: first.id })
  expect(await live(scope)).toEqual(before)
  expect(await withScope(scope, (tx) => tx.$count(statementFileChunks))).toBe(0)
  expect((await listImports(scope)).map((one) => one.hasFile)).toEqual([false, false])
  await expect(downloadRawFile(scope, first.id)).rejects.toMatchObject({ code: 'not_found' })
})

it('leads to the import that holds the rows, after a repeat took them over too', async () => {
  const scope = await createHousehold()
  const first = await send(scope, march)
  const again = await send(scope, march)
  const [file] = await withScope(scope, (tx) => tx.select().from(statementFiles))
  const known = () => recogniseFile(scope, { sha256: file?.sha256 ?? '' })
  await undoImport(scope, first.id)
  expect((await known())?.report.id).toBe(again.id)
  await undoImport(scope, again.id)
  expect(await known()).toBeNull()
})

it('keeps the file of an import that is undone', async () => {
  const scope = await createHousehold()
  const report = await send(scope, march)
  await undoImport(scope, report.id)
  expect(await (await downloadRawFile(scope, report.id)).text()).toBe(march)
})

it('offers deleted rows, brings back the chosen ones, and an undo takes them away again', async () => {
  const scope = await createHousehold()
  const first = await send(scope, march)
  await run(scope, `update transactions set deleted_at = now(), note = 'mine' where payee <> 'Grocer'`)
  const deleted = await live(scope)
  const again = await send(scope, `${march}2026-03-11,KIOSK,-3.00\n`)
  expect(again.accounts[0]).toMatchObject({ id: first.accounts[0]?.id, new: 1, duplicate: 3 })
  expect(
    again.problems.filter((problem) => problem.code === 'deleted').map((problem) => problem.line),
  ).toEqual([2, 3])
  const { data, open } = await listReviews(scope, again.id)
  expect(open).toEqual({ deleted: 2, resembles: 0, posts: 0 })
  expect(await importResult(scope, { id: again.id })).toMatchObject({ undecided: 2 })
  expect(data.map((one) => [one.kind, one.line, one.stored.amount.minor])).toEqual([
    ['deleted', 2, -450n],
    ['deleted', 3, 150000n],
  ])
  const coffee = data[0]?.stored.id ?? ''
  expect(await decideReviews(scope, { id: again.id, decision: 'restore', rows: [coffee] })).toEqual({
    decided: 1,
    left: 0,
  })
  expect((await live(scope)).filter((row) => row.includes('mine'))).toHaveLength(1)
  expect((await listReviews(scope, again.id)).open).toEqual({ deleted: 1, resembles: 0, posts: 0 })
  await decideReviews(scope, { id: again.id, decision: 'restore' })
  expect(await live(scope)).toHaveLength(4)
  await undoImport(scope, again.id)
  expect(await live(scope)).toEqual(deleted)
})

it('offers deleted rows of a file that was not read again', async () => {
  const scope = await createHousehold()
  await send(scope, march)
  await run(scope, `update transactions set deleted_at = now() where payee = 'Grocer'`)
  const again = await send(scope, march)
  expect(again.sameAs).not.toBeNull()
  await decideReviews(scope, { id: again.id, decision: 'restore' })
  expect(await live(scope)).toHaveLength(3)
})

it('merges a row that resembles one of another source, keeps what a person wrote, and undoes it', async () => {
  const scope = await createHousehold()
  const first = await send(scope, march)
  await run(scope, `update transactions set note = 'mine' where payee = 'Grocer'`)
  const before = await live(scope)
  const accountId = first.accounts[0]?.id
  const statement = ofx(['2026-03-09', '-82.10', 'WHOLE FOODS', 'A'], ['2026-03-12', '-1.00', 'TOLL', 'B'])
  const second = await send(scope, statement, 'march.ofx', accountId)
  expect(second.accounts[0]).toMatchObject({ new: 2 })
  expect((await listReviews(scope, second.id)).data).toMatchObject([
    { kind: 'resembles', stored: { payee: 'Grocer' }, fresh: { payee: 'Whole Foods' } },
  ])
  expect(await decideReviews(scope, { id: second.id, decision: 'merge' })).toEqual({ decided: 1, left: 0 })
  const rows = await withScope(scope, (tx) => tx.select().from(transactions))
  expect(rows).toHaveLength(4)
  expect(rows.find((row) => row.note)).toMatchObject({
    payee: 'Grocer',
    rawDescription: 'WHOLE FOODS',
    minor: -8210n,
  })
  const again = await send(scope, `${statement}\n`, 'march.ofx')
  expect(again.accounts[0]).toMatchObject({ new: 0, duplicate: 2 })
  await undoImport(scope, again.id)
  await undoImport(scope, second.id)
  expect(await live(scope)).toEqual(before)
})

it('never asks again about two rows that are two', async () => {
  const scope = await createHousehold()
  const accountId = (await send(scope, march)).accounts[0]?.id
  const statement = ofx(['2026-03-09', '-82.10', 'WHOLE FOODS', 'A'])
  const first = await send(scope, statement, 'march.ofx', accountId)
  await decideReviews(scope, { id: first.id, decision: 'keep' })
  await undoImport(scope, first.id)
  const again = await send(scope, `${statement}\n`, 'march.ofx', accountId)
  expect(again.accounts[0]).toMatchObject({ new: 1 })
  expect((await listReviews(scope, again.id)).data).toEqual([])
  await expect(decideReviews(scope, { id: again.id, decision: 'merge' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(decideReviews(scope, { id: first.id, decision: 'merge' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

it('leaves a split row alone and says so', async () => {
  const scope = await createHousehold()
  const accountId = (await send(scope, march)).accounts[0]?.id
  const report = await send(scope, ofx(['2026-03-09', '-82.10', 'WHOLE FOODS', 'A']), 'a.ofx', accountId)
  await run(scope, `update transactions set is_split = true where payee = 'Whole Foods'`)
  expect(await decideReviews(scope, { id: report.id, decision: 'merge' })).toEqual({ decided: 0, left: 1 })
  expect(await withScope(scope, (tx) => tx.$count(accounts))).toBe(1)
})

const withStatus = (...lines: string[]): string => ['Date,Description,Amount,Status', ...lines, ''].join('\n')

it('asks whether a pending row came out larger; as one it keeps its date and takes the amount and the name', async () => {
  const scope = await createHousehold()
  const pending = withStatus(
    '2026-03-02,COFFEE BAR,-4.50,Posted',
    '2026-03-05,PAYROLL,1500.00,Posted',
    '2026-03-09,CAFE ROMA,-20.00,Pending',
  )
  const first = await send(scope, pending)
  await run(scope, `update transactions set note = 'mine' where status = 'pending'`)
  const before = await live(scope)
  const [held] = await withScope(scope, async (tx) =>
    (await tx.select().from(transactions)).filter((row) => row.status === 'pending'),
  )
  const posted = withStatus(
    '2026-03-02,COFFEE BAR,-4.50,Posted',
    '2026-03-05,PAYROLL,1500.00,Posted',
    '2026-03-11,CAFE ROMA,-24.00,Posted',
  )
  const second = await send(scope, posted, 'april.csv', first.accounts[0]?.id)
  expect(second.accounts[0]).toMatchObject({ new: 1, duplicate: 2 })
  expect(second.problems).toMatchObject([{ code: 'posts', line: 4 }])
  const { data, open } = await listReviews(scope, second.id)
  expect(open).toEqual({ deleted: 0, resembles: 0, posts: 1 })
  expect(data).toMatchObject([
    { kind: 'posts', stored: { amount: { minor: -2000n } }, fresh: { amount: { minor: -2400n } } },
  ])
  await expect(
    decideReviews(scope, { id: second.id, decision: 'merge', kind: 'resembles' }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await decideReviews(scope, { id: second.id, decision: 'merge', kind: 'posts' })
  const rows = await withScope(scope, (tx) => tx.select().from(transactions))
  expect(rows).toHaveLength(3)
  expect(rows.find((row) => row.id === held?.id)).toMatchObject({
    date: '2026-03-09',
    minor: -2400n,
    status: 'posted',
    note: 'mine',
  })
  for (const text of [pending, posted]) {
    const again = await send(scope, `${text}\n`, 'again.csv', first.accounts[0]?.id)
    expect(again.accounts[0]).toMatchObject({ new: 0, updated: 0, duplicate: 3 })
    await undoImport(scope, again.id)
  }
  await undoImport(scope, second.id)
  expect(await live(scope)).toEqual(before)
})

it('keeps both for good when a person says that they are two', async () => {
  const scope = await createHousehold()
  const first = await send(scope, withStatus('2026-03-09,CAFE ROMA,-20.00,Pending'))
  const posted = withStatus('2026-03-11,CAFE ROMA,-24.00,Posted')
  const accountId = first.accounts[0]?.id
  const second = await send(scope, posted, 'april.csv', accountId)
  await decideReviews(scope, { id: second.id, decision: 'keep', kind: 'posts' })
  await undoImport(scope, second.id)
  const again = await send(scope, `${posted}\n`, 'april.csv', accountId)
  expect((await listReviews(scope, again.id)).data).toEqual([])
  expect(await live(scope)).toHaveLength(2)
})
