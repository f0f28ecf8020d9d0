import { expect, it } from 'vitest'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { deleteTransactions } from '#lib/transactions/mutations.ts'
import { importStatement, previewImport } from './mutations.ts'
import type { StagedImport } from './schema.ts'
import type { ImportReport } from './types.ts'

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

type Said = StagedImport['request']
const input = (text: string, said: Said) => ({ source: bytesOf(text), fileName: 'a.csv', ...said })
const send = (scope: Scope, text: string, said: Said = {}) =>
  importStatement(scope, input(text, said), { afterWrite: async () => undefined })

/** What a report says, without ids of what is new and without what only a stored import knows. */
const said = ({ accounts, problems, sameAs }: ImportReport) => ({
  sameAs,
  problems,
  accounts: accounts.map(({ id, balanceAfter, balanceBefore, foundBy, ...account }) => account),
})

/** Previews a file, imports it, and expects the same report. */
async function foretold(scope: Scope, text: string, request: Said = {}): Promise<ImportReport> {
  const preview = await previewImport(scope, input(text, request))
  const report = await send(scope, text, request)
  expect(said(preview)).toEqual(said(report))
  return report
}

const text =
  'Date,Description,Amount\n2026-03-02,Cafe,-4.50\n2026-03-03,Grocer,-12.00\n2026-03-31,Rent,-900.00\n'

it('foretells the first import of a file, and the next one', async () => {
  const scope = await createHousehold()
  const first = await foretold(scope, text, { accountName: 'Daily' })
  const again = await foretold(scope, text, { accountName: 'Daily' })
  expect(again).toMatchObject({ sameAs: first.id, accounts: [{ new: 0, duplicate: 3 }] })
})

it('foretells that the same bytes in another currency are other money', async () => {
  const scope = await createHousehold()
  await send(scope, text, { accountName: 'Dollars', currency: 'USD' })
  const euros = await foretold(scope, text, { accountName: 'Euros', currency: 'EUR' })
  expect(euros).toMatchObject({ sameAs: null, accounts: [{ currency: 'EUR', new: 3 }] })
  expect((await foretold(scope, text, { currency: 'USD' })).accounts).toMatchObject([{ duplicate: 3 }])
})

it('foretells which rows stay deleted, and the question about a namesake', async () => {
  const scope = await createHousehold()
  await send(scope, text, { accountName: 'Daily' })
  const rows = await withScope(scope, (tx) => tx.select().from(transactions))
  await deleteTransactions(scope, { ids: rows.filter((row) => row.minor === -450n).map((row) => row.id) })
  expect((await foretold(scope, text)).problems).toMatchObject([{ code: 'deleted' }])
  expect((await foretold(scope, `${text}2026-03-31,Late,-1.00\n`)).problems).toMatchObject([
    { code: 'deleted', line: 2 },
  ])
  const other = 'Date,Description,Amount\n2026-01-02,Elsewhere,-1.00\n'
  const taken = { code: 'conflict', details: { messageKey: 'imports.errors.namesake' } }
  await expect(previewImport(scope, input(other, { accountName: 'Daily' }))).rejects.toMatchObject(taken)
  expect(
    (await previewImport(scope, { ...input(other, { accountName: 'Daily' }), asks: true })).asked,
  ).toEqual([true])
})

it('does not say of a file that comes again what only its first import did', async () => {
  const scope = await createHousehold()
  await send(scope, text, { accountName: 'Daily' })
  const other = 'Account,Date,Description,Amount\nDaily,2026-01-02,Elsewhere,-1.00\n'
  expect((await foretold(scope, other)).problems).toMatchObject([{ code: 'namesake' }])
  expect((await foretold(scope, other)).problems).toEqual([])
})
