import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accounts, balances } from '#db/schema/accounts.ts'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type ImportInput, importStatement, previewImport } from './mutations.ts'
import { getImport, listImports, listMappings } from './queries.ts'
import { mappingRequestOf, signatureOf } from './read-with-memory.ts'
import { undoImport } from './undo.ts'

type Line = { day: number; amount: string; text: string; id?: string }

const two = (value: number) => String(value).padStart(2, '0')

/** A small OFX 1.x bank statement of our own. */
function ofx(
  lines: readonly Line[],
  options: { number?: string; balance?: string; balanceDay?: number; currency?: string } = {},
): string {
  const rows = lines.map(
    (line) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202603${two(line.day)}<TRNAMT>${line.amount}<FITID>${line.id ?? `${line.day}-${line.amount}-${line.text}`}<NAME>${line.text}</STMTTRN>`,
  )
  const ledger = options.balance
    ? `<LEDGERBAL><BALAMT>${options.balance}<DTASOF>202603${options.balanceDay ?? 31}</LEDGERBAL>`
    : ''
  return `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${options.currency ?? 'USD'}<BANKACCTFROM><BANKID>1<ACCTID>${options.number ?? '00012345'}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n${rows.join('\n')}\n</BANKTRANLIST>${ledger}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`
}

const csv = (lines: readonly Line[]): string =>
  [
    'Date,Description,Amount',
    ...lines.map((line) => `2026-03-${two(line.day)},${line.text},${line.amount}`),
    '',
  ].join('\n')

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const quiet = { afterWrite: async () => undefined }
const send = (scope: Scope, text: string, extra: Omit<Partial<ImportInput>, 'path' | 'source'> = {}) =>
  importStatement(scope, { source: bytesOf(text), fileName: 'statement.ofx', ...extra }, quiet)

/** Everything an import can change, without ids: what an undo must give back. */
async function contents(scope: Scope): Promise<unknown> {
  return withScope(scope, async (tx) => ({
    rows: (await tx.select().from(transactions))
      .map(
        (row) =>
          `${row.date} ${row.minor} ${row.payee} ${row.status} ${row.externalId} ${row.rawDescription} ${row.kind}`,
      )
      .sort(),
    accounts: (await tx.select().from(accounts))
      .map(
        (row) =>
          `${row.name} ${row.balanceMinor} ${row.balanceAsOf} ${row.balanceSource} ${row.sourceAccountId}`,
      )
      .sort(),
    balances: (await tx.select().from(balances)).map((row) => `${row.day} ${row.minor}`).sort(),
    days: await bulk(
      tx,
      'select day, bucket, count, minor from rollup_days where count <> 0 or minor <> 0 order by 1, 2',
      [],
    ),
  }))
}

const march: Line[] = [
  { day: 2, amount: '-4.50', text: 'COFFEE BAR' },
  { day: 2, amount: '-4.50', text: 'COFFEE BAR', id: 'second coffee' },
  { day: 5, amount: '1500.00', text: 'PAYROLL' },
  { day: 9, amount: '-82.10', text: 'GROCER' },
]

describe('importing', () => {
  it('stores a statement once, twins included, and says what it did', async () => {
    const scope = await createHousehold()
    const first = await send(scope, ofx(march, { balance: '1408.90' }))
    expect(first).toMatchObject({ format: 'ofx', status: 'imported', sameAs: null })
    expect(first.accounts[0]).toMatchObject({
      new: 4,
      duplicate: 0,
      updated: 0,
      last4: '2345',
      firstDate: '2026-03-02',
      lastDate: '2026-03-09',
      sum: { minor: 140890n, currency: 'USD' },
      ledgerBalance: { minor: 140890n, currency: 'USD' },
      balanceAsOf: '2026-03-31',
    })
    const same = await send(scope, ofx(march, { balance: '1408.90' }))
    expect(same).toMatchObject({ sameAs: first.id, accounts: [{ new: 0, duplicate: 4 }] })
    const again = await send(scope, `${ofx(march, { balance: '1408.90' })}\n`)
    expect(again).toMatchObject({
      sameAs: null,
      accounts: [{ id: first.accounts[0]?.id, new: 0, duplicate: 4 }],
    })
    expect(await getImport(scope, first.id)).toEqual(first)
    expect((await listImports(scope)).map((one) => one.new)).toEqual([0, 0, 4])
  })

  it('merges overlapping statements and another format of the same rows', async () => {
    const scope = await createHousehold()
    await send(scope, ofx(march.slice(0, 3)))
    const later = await send(scope, ofx(march.slice(1)))
    expect(later.accounts[0]).toMatchObject({ new: 1, duplicate: 2 })
    const accountId = later.accounts[0]?.id
    const other = await send(scope, csv(march), { fileName: 'march.csv', accountId })
    expect(other.accounts[0]).toMatchObject({ id: accountId, foundBy: 'chosen', new: 0 })
    const byRows = await send(scope, `${csv(march)}\n`, { fileName: 'march.csv' })
    expect(byRows.accounts[0]).toMatchObject({ new: 0 })
    expect(await withScope(scope, (tx) => tx.$count(transactions))).toBe(4)
  })

  it('knows an account without a number by the rows it holds, never by its name', async () => {
    const scope = await createHousehold()
    const first = await send(scope, csv(march), { fileName: 'a.csv', accountName: 'Everyday' })
    const overlapping = await send(scope, csv([...march, { day: 20, amount: '-9.00', text: 'CINEMA' }]), {
      fileName: 'b.csv',
    })
    expect(overlapping.accounts[0]).toMatchObject({ id: first.accounts[0]?.id, foundBy: 'overlap', new: 1 })
    const stranger = await send(
      scope,
      ofx([{ day: 3, amount: '-1.00', text: 'KIOSK' }], { number: '99998888' }),
      {
        accountName: 'Everyday',
      },
    )
    expect(stranger.accounts[0]).toMatchObject({ foundBy: 'new', name: 'Everyday' })
    expect(stranger.accounts[0]?.id).not.toBe(first.accounts[0]?.id)
  })

  it('asks about a namesake and stores nothing until it is answered', async () => {
    const scope = await createHousehold()
    const first = await send(scope, csv(march), { fileName: 'a.csv', accountName: 'Everyday' })
    const april = csv([{ day: 20, amount: '-9.00', text: 'CINEMA' }])
    const named = { fileName: 'b.csv', accountName: 'Everyday' }
    const id = first.accounts[0]?.id
    const refused = send(scope, april, named)
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      details: { extra: { choices: [{ id, name: 'Everyday' }] } },
    })
    expect(await withScope(scope, (tx) => tx.$count(accounts))).toBe(1)
    const same = await send(scope, april, { ...named, accountId: id })
    expect(same.accounts[0]).toMatchObject({ id, foundBy: 'chosen', new: 1 })
    const other = await send(scope, `${april}\n`, { ...named, newAccount: true })
    expect(other.accounts[0]).toMatchObject({ foundBy: 'new', name: 'Everyday', new: 1 })
    expect(other.accounts[0]?.id).not.toBe(id)
  })

  it('says what each balance was before and after', async () => {
    const scope = await createHousehold()
    const first = await send(scope, ofx(march.slice(0, 3)))
    const usd = (minor: bigint) => ({ minor, currency: 'USD' })
    expect(first.accounts[0]).toMatchObject({ balanceBefore: null, balanceAfter: first.accounts[0]?.sum })
    const second = await send(scope, ofx(march, { balance: '1408.90' }))
    expect(second.accounts[0]).toMatchObject({
      balanceBefore: first.accounts[0]?.balanceAfter,
      balanceAfter: usd(140890n),
    })
    expect(await getImport(scope, second.id)).toEqual(second)
  })

  it('keeps what a person wrote and never brings a deleted row back', async () => {
    const scope = await createHousehold()
    await send(scope, ofx(march))
    await withScope(scope, async (tx) => {
      await bulk(
        tx,
        `update transactions set note = 'mine', tags = '{x}', excluded = true where payee ilike 'grocer%'`,
        [],
      )
      await bulk(tx, `update transactions set deleted_at = now() where payee ilike 'payroll%'`, [])
    })
    const report = await send(scope, ofx([...march, { day: 11, amount: '-3.00', text: 'KIOSK' }]))
    expect(report.accounts[0]).toMatchObject({ new: 1, duplicate: 4 })
    const rows = await withScope(scope, (tx) => tx.select().from(transactions))
    expect(rows.filter((row) => row.deletedAt === null)).toHaveLength(4)
    expect(rows.find((row) => row.note)).toMatchObject({ note: 'mine', tags: ['x'], excluded: true })
  })

  it('updates a row whose description changed under the same id, and undo gives it back', async () => {
    const scope = await createHousehold()
    await send(scope, ofx([{ day: 2, amount: '-4.50', text: 'POS 99', id: 'A' }]))
    const before = await contents(scope)
    const report = await send(scope, ofx([{ day: 2, amount: '-4.50', text: 'Coffee Bar', id: 'A' }]))
    expect(report.accounts[0]).toMatchObject({ new: 0, updated: 1 })
    expect(await contents(scope)).not.toEqual(before)
    await undoImport(scope, report.id)
    expect(await contents(scope)).toEqual(before)
  })

  it('takes an import back whole, but for rows somebody edited', async () => {
    const scope = await createHousehold()
    const empty = await contents(scope)
    const first = await send(scope, ofx(march, { balance: '1408.90' }))
    await undoImport(scope, first.id)
    expect(await contents(scope)).toEqual(empty)
    const second = await send(scope, ofx(march, { balance: '1408.90' }))
    expect(second.accounts[0]).toMatchObject({ new: 4 })
    await withScope(scope, (tx) =>
      bulk(tx, `update transactions set note = 'keep' where payee ilike 'grocer%'`, []),
    )
    const undone = await undoImport(scope, second.id)
    expect(undone).toMatchObject({ status: 'undone', kept: 1 })
    expect(await getImport(scope, second.id)).toMatchObject({ status: 'undone', kept: 1 })
    expect(await withScope(scope, (tx) => tx.$count(transactions))).toBe(1)
  })

  it('leaves exactly what the remaining files hold, whichever imports are undone in whichever order', async () => {
    const files = [march.slice(0, 3), march.slice(1), march, march.slice(2)]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        async (order, undo, backwards) => {
          const scope = await createHousehold()
          const done: { id: string; file: number; undo: boolean }[] = []
          for (const [at, file] of order.entries()) {
            const text = ofx(files[file] ?? [], { balance: `${file}.00`, balanceDay: 20 + file })
            done.push({ id: (await send(scope, text)).id, file, undo: undo[at] ?? false })
          }
          const taken = done.filter((one) => one.undo)
          for (const one of backwards ? taken.toReversed() : taken) await undoImport(scope, one.id)
          const expected = new Set(done.filter((one) => !one.undo).flatMap(({ file }) => files[file] ?? []))
          const rows = await withScope(scope, (tx) => tx.select().from(transactions))
          expect(rows.map((row) => `${row.date} ${row.externalId}`).sort()).toEqual(
            [...expected]
              .map((l) => `2026-03-${two(l.day)} ${l.id ?? `${l.day}-${l.amount}-${l.text}`}`)
              .sort(),
          )
          const left = done.filter((one) => !one.undo).map((one) => one.file)
          const [account] = await withScope(scope, (tx) => tx.select().from(accounts))
          expect(account?.balanceMinor).toBe(left.length > 0 ? BigInt(Math.max(...left)) * 100n : undefined)
        },
      ),
      { numRuns: 12, examples: [[[0, 1, 0], [true, true, true, false], false]] },
    )
  }, 90_000)

  it('writes all or nothing', async () => {
    const scope = await createHousehold()
    const before = await contents(scope)
    const failing = importStatement(
      scope,
      { source: bytesOf(ofx(march)), fileName: 'a.ofx' },
      { afterWrite: async () => Promise.reject(new Error('the machine stopped')) },
    )
    await expect(failing).rejects.toThrow('the machine stopped')
    expect(await contents(scope)).toEqual(before)
    expect(await listImports(scope)).toEqual([])
  })

  it('previews the same report and writes nothing', async () => {
    const scope = await createHousehold()
    const before = await contents(scope)
    const preview = await previewImport(scope, { source: bytesOf(csv(march)), fileName: 'a.csv' })
    expect(preview).toMatchObject({ status: 'preview', accounts: [{ new: 4, foundBy: 'new' }] })
    expect(preview.samples[0]?.[2]).toMatchObject({ line: 4, raw: '2026-03-05,PAYROLL,1500.00', fate: 'new' })
    expect(await contents(scope)).toEqual(before)
  })

  it("does not know another household's account", async () => {
    const [mine, theirs] = [await createHousehold(), await createHousehold()]
    const report = await send(theirs, ofx(march))
    const accountId = report.accounts[0]?.id
    await expect(send(mine, csv(march), { accountId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(undoImport(mine, report.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getImport(mine, report.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses a file in another currency than the account it is meant for', async () => {
    const scope = await createHousehold()
    const report = await send(scope, ofx(march))
    const other = send(scope, ofx(march, { number: '777', currency: 'VND' }), {
      accountId: report.accounts[0]?.id,
    })
    await expect(other).rejects.toMatchObject({ code: 'invalid' })
  })

  it('remembers how a layout was read', async () => {
    const scope = await createHousehold()
    const text = (day: string) =>
      `Date;Description;Amount\n${day};KIOSK;1,50\n${day};BAKER;2,50\n${day};TAXI;12,00\n`
    const mapping = {
      columns: { date: 0, amount: 2 },
      dateOrder: 'dmy',
      decimal: ',',
      sign: 'inverted',
    } as const
    const asked = await previewImport(scope, {
      source: bytesOf(text('03/04/2026')),
      fileName: 'k.csv',
    }).catch((error: unknown) => error)
    expect(asked).toMatchObject({ code: 'needs_mapping' })
    const request = mappingRequestOf(asked)
    const signature = signatureOf(request?.columns ?? [])
    await send(scope, text('03/04/2026'), {
      fileName: 'k.csv',
      mapping: { ...mapping, columns: { ...mapping.columns, description: [1] } },
      remember: { signature, name: 'Kiosk' },
    })
    expect(await listMappings(scope)).toMatchObject([{ name: 'Kiosk' }])
    const next = await previewImport(scope, { source: bytesOf(text('05/04/2026')), fileName: 'k2.csv' })
    expect(next).toMatchObject({ mappingName: 'Kiosk', accounts: [{ new: 3, sum: { minor: -1600n } }] })
  })
})
