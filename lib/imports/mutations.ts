import 'server-only'
import { and, eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId, newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { assertFreeSpace } from '#lib/free-space.ts'
import { hashFile } from './file-hash.ts'
import { sealFile, storeFile } from './file-store.ts'
import { rememberMapping } from './mapping-mutations.ts'
import { accountNamer } from './name-account.ts'
import { type Asking, requireAnswers } from './namesake.ts'
import { previewOf } from './preview.ts'
import { defaultMaxBytes } from './read/source.ts'
import { type RememberedSpool, readWithMemory } from './read-with-memory.ts'
import { importAgain, insertImport, repeatOf } from './repeat.ts'
import { reportOf } from './report.ts'
import { noteBalances } from './report-balances.ts'
import type { StagedImport } from './schema.ts'
import { type StatementSource, withStatementFile } from './statement-file.ts'
import { type ImportOptions, planFile, writePlan } from './store-plan.ts'
import type { ImportPreview, ImportReport } from './types.ts'

export type { ImportOptions, Written } from './store-plan.ts'

export type ImportInput = StatementSource & { fileName: string } & StagedImport['request'] &
  Pick<Asking, 'asks'>

/** What a byte of a statement takes on the disk at most: its row with indexes, the log of writing it, the kept file. */
const storedPerByte = 8

/**
 * Imports one statement file in one transaction: all of it or nothing. Throws AppError `invalid`, `needs_mapping`,
 * `too_large`, `conflict`, `unavailable` when the disk is too full, or `not_found` for an account of another household.
 */
export async function importStatement(
  scope: Scope,
  input: ImportInput,
  options: ImportOptions,
): Promise<ImportReport> {
  return withStatementFile(input, defaultMaxBytes, async (path, size) => {
    const fileHash = await hashFile(path)
    const file = { name: input.fileName, hash: fileHash, size }
    const known = await withScope(scope, async (tx) => {
      const again = await importAgain(tx, scope, input, file)
      if (again) await options.settle?.(tx, again.id)
      return again
    })
    if (known) return known
    await assertFreeSpace(size * storedPerByte)
    const [read, sealed] = await Promise.all([
      readFile(scope, path, input, options),
      sealFile(scope, path, file),
    ])
    return withScope(scope, async (tx) => {
      const id = newId()
      const plan = await planFile(tx, scope, read.spool, input, options)
      requireAnswers(plan, input)
      const nameOf = accountNamer(scope.locale, input.accountName, plan.accounts.length)
      const report = reportOf(plan, read.spool, { id, fileName: file.name, status: 'imported' }, nameOf)
      await insertImport(tx, scope, report, file, read.spool.summary.profile)
      await storeFile(tx, scope, sealed)
      await writePlan(tx, scope, plan, report, options)
      if (input.remember && input.mapping) await rememberMapping(tx, scope, input.remember, input.mapping)
      await options.settle?.(tx, id)
      options.signal?.throwIfAborted()
      return noteBalances(tx, scope, report)
    })
  })
}

/** The report an import would give, and the first rows as they would be stored. Writes nothing. Throws what an import throws. */
export async function previewImport(
  scope: Scope,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'> = {},
): Promise<ImportPreview> {
  return withStatementFile(input, defaultMaxBytes, async (path) => {
    const fileHash = await hashFile(path)
    const read = await readFile(scope, path, input, options)
    return withScope(scope, async (tx) => {
      const again = await repeatOf(tx, scope, input, { name: input.fileName, hash: fileHash })
      const plan = await planFile(tx, scope, read.spool, input, options)
      if (!input.asks && !again) requireAnswers(plan, input)
      const nameOf = accountNamer(scope.locale, input.accountName, plan.accounts.length)
      const facts = { id: newId(), fileName: input.fileName, status: 'preview' as const }
      const report = reportOf(plan, read.spool, facts, nameOf, input.asks)
      const taken = input.mapping?.currency ? null : (input.currency ?? scope.currency)
      const repeated = again?.report.accounts.length === report.accounts.length ? again.report : null
      return previewOf(path, { ...report, ...repeated, ...facts }, plan, read, taken)
    })
  })
}

async function readFile(
  scope: Scope,
  path: string,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'>,
): Promise<RememberedSpool> {
  const chosen = input.accountId ? await requireAccount(scope, input.accountId) : null
  const hints = {
    fileName: input.fileName,
    mapping: input.mapping,
    defaultCurrency: input.currency ?? chosen?.currency ?? scope.currency,
    maxBytes: defaultMaxBytes,
    signal: options.signal,
  }
  const onRows = (rows: number) => options.onProgress?.({ phase: 'reading', done: rows, total: null })
  return readWithMemory(scope, path, hints, onRows)
}

async function requireAccount(scope: Scope, id: string): Promise<{ currency: string }> {
  const [account] = isId(id)
    ? await withScope(scope, (tx) =>
        tx
          .select({ currency: accounts.currency })
          .from(accounts)
          .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id))),
      )
    : []
  if (!account) throw notFound('The account')
  return account
}
