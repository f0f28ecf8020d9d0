import fc from 'fast-check'
import { expect, it } from 'vitest'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from './mutations.ts'
import { undoImport } from './undo.ts'

/** A bank's true history: a few shops and amounts over few days, so that twins and reused ids are common. */
type Truth = { day: number; amount: number; shop: string; id: string }

const shops = ['COFFEE BAR', 'GROCER', 'TOLL ROAD']
const histories = fc
  .array(
    fc.record({ day: fc.nat(11), amount: fc.integer({ min: 1, max: 3 }), shop: fc.constantFrom(...shops) }),
    {
      minLength: 4,
      maxLength: 24,
    },
  )
  .map((rows): Truth[] =>
    rows
      .toSorted((a, b) => a.day - b.day)
      // Every fifth id is one that an earlier, different row had.
      .map((row, at) => ({ ...row, id: at % 5 === 4 ? `F${at - 4}` : `F${at}` })),
  )

const windows = fc.array(
  fc.tuple(fc.nat(11), fc.nat(8)).map(([from, length]) => ({ from, to: Math.min(11, from + length) })),
  { minLength: 1, maxLength: 6 },
)

const two = (value: number) => String(value).padStart(2, '0')

function ofx(rows: readonly Truth[]): string {
  const lines = rows.map(
    (row) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202603${two(row.day + 1)}<TRNAMT>-${row.amount}.00<FITID>${row.id}<NAME>${row.shop}</STMTTRN>`,
  )
  return `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>00012345<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>${lines.join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

let sent = 0
/** Each file differs by a comment, so that none is known by its hash. */
const send = (scope: Scope, rows: readonly Truth[]) =>
  importStatement(
    scope,
    { source: bytesOf(`${ofx(rows)}\n<!-- ${++sent} -->`), fileName: 'a.ofx' },
    { afterWrite: async () => undefined },
  )

const live = (scope: Scope) =>
  withScope(scope, async (tx) =>
    (await tx.select().from(transactions))
      .filter((row) => row.deletedAt === null)
      .map((row) => `${row.date} ${row.minor} ${row.rawDescription} ${row.note ?? ''}`)
      .sort(),
  )

const asStored = (rows: readonly Truth[]) =>
  rows.map((row) => `2026-03-${two(row.day + 1)} ${-row.amount * 100} ${row.shop} `).sort()

/** Files in any order: a permutation by the keys drawn for them. */
const shuffled = <T>(files: readonly T[], keys: readonly number[]): T[] =>
  files
    .map((file, at) => ({ file, key: keys[at % keys.length] ?? 0, at }))
    .toSorted((a, b) => a.key - b.key || a.at - b.at)
    .map(({ file }) => file)

const orders = fc.uniqueArray(fc.nat(1000), { minLength: 8, maxLength: 8 })

const inside = (rows: readonly Truth[], spans: readonly { from: number; to: number }[]) =>
  rows.filter((row) => spans.some((span) => row.day >= span.from && row.day <= span.to))

it('gives the union of overlapping statements, in any order, however often', async () => {
  await fc.assert(
    fc.asyncProperty(histories, windows, orders, async (rows, spans, order) => {
      const scope = await createHousehold()
      const files = spans.map((span) => inside(rows, [span])).filter((file) => file.length > 0)
      for (const file of shuffled(files, order)) await send(scope, file)
      expect(await live(scope)).toEqual(asStored(inside(rows, spans)))
      for (const file of files)
        expect((await send(scope, file)).accounts[0]).toMatchObject({ new: 0, duplicate: file.length })
      expect(await live(scope)).toEqual(asStored(inside(rows, spans)))
    }),
    { numRuns: 15 },
  )
}, 120_000)

it('leaves notes and deletions alone, and an undo leaves no trace', async () => {
  await fc.assert(
    fc.asyncProperty(histories, windows, fc.nat(23), fc.nat(23), async (rows, spans, noted, gone) => {
      const scope = await createHousehold()
      const start = inside(rows, [{ from: 0, to: 5 }])
      if (start.length === 0) return
      await send(scope, start)
      await withScope(scope, async (tx) => {
        const ids = (await tx.select({ id: transactions.id }).from(transactions)).map((row) => row.id).sort()
        await bulk(tx, `update transactions set note = 'mine' where id = $1`, [ids[noted % ids.length]])
        await bulk(tx, 'update transactions set deleted_at = now() where id = $1', [ids[gone % ids.length]])
      })
      const before = await live(scope)
      const done: string[] = []
      for (const span of spans) {
        const file = inside(rows, [span])
        if (file.length > 0) done.push((await send(scope, file)).id)
      }
      const after = await live(scope)
      const all = inside(rows, [{ from: 0, to: 5 }, ...spans])
      expect(after).toHaveLength(all.length - 1)
      expect(after.filter((row) => row.endsWith('mine'))).toEqual(
        before.filter((row) => row.endsWith('mine')),
      )
      for (const id of done.toReversed()) await undoImport(scope, id)
      expect(await live(scope)).toEqual(before)
    }),
    { numRuns: 12 },
  )
}, 120_000)
