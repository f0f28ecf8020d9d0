import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { imports } from '#db/schema/imports.ts'
import { households } from '#db/schema/users.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { isId, newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { hashFile } from './file-hash.ts'
import { rememberMapping } from './mapping-mutations.ts'
import { accountNamer } from './name-account.ts'
import { type Plan, planImport } from './plan.ts'
import { previewOf } from './preview.ts'
import { defaultMaxBytes } from './read/source.ts'
import { type RememberedSpool, readWithMemory } from './read-with-memory.ts'
import { readReport, reportOf, storeReport } from './report.ts'
import type { StoredAccount } from './resolve-account.ts'
import type { StagedImport } from './schema.ts'
import { type StatementSource, withStatementFile } from './statement-file.ts'
import type { ImportPreview, ImportProgress, ImportReport } from './types.ts'
import { writeAccount, writeBalance } from './write-account.ts'
import { writeMatches } from './write-matches.ts'
import { writeRows, writeSightings } from './write-rows.ts'

export type ImportInput = StatementSource & { fileName: string } & StagedImport['request']

/** What an import wrote, for what must happen in the same transaction (alerts). New rows carry `importId`. */
export type Written = {
  importId: string
  accountIds: string[]
  new: number
  from: CalendarDate | null
  to: CalendarDate | null
}

export type ImportOptions = {
  afterWrite: (tx: Tx, scope: Scope, written: Written) => Promise<void>
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
}

/**
 * Imports one statement file in one transaction: all of it or nothing. Throws AppError `invalid`, `needs_mapping`,
 * `too_large`, `conflict`, or `not_found` for an account of another household.
 */
export async function importStatement(
  scope: Scope,
  input: ImportInput,
  options: ImportOptions,
): Promise<ImportReport> {
  return withStatementFile(input, defaultMaxBytes, async (path, size) => {
    const fileHash = await hashFile(path)
    const file = { name: input.fileName, hash: fileHash, size }
    const known = await withScope(scope, (tx) => importAgain(tx, scope, input, file))
    if (known) return known
    const read = await readFile(scope, path, input, options)
    return withScope(scope, async (tx) => {
      const id = newId()
      const plan = await planFile(tx, scope, read, input, options)
      const nameOf = accountNamer(scope.locale, input.accountName, plan.accounts.length)
      const report = reportOf(plan, read.spool, { id, fileName: file.name, status: 'imported' }, nameOf)
      await insertImport(tx, scope, report, file, read.spool.summary.profile)
      await write(tx, scope, plan, report, options)
      if (input.remember && input.mapping) await rememberMapping(tx, scope, input.remember, input.mapping)
      return report
    })
  })
}

/** The report an import would give, and the first rows as they would be stored. Writes nothing. */
export async function previewImport(
  scope: Scope,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'> = {},
): Promise<ImportPreview> {
  return withStatementFile(input, defaultMaxBytes, async (path) => {
    const fileHash = await hashFile(path)
    const read = await readFile(scope, path, input, options)
    return withScope(scope, async (tx) => {
      const plan = await planFile(tx, scope, read, input, options)
      const nameOf = accountNamer(scope.locale, input.accountName, plan.accounts.length)
      const report = reportOf(
        plan,
        read.spool,
        { id: newId(), fileName: input.fileName, status: 'preview' },
        nameOf,
      )
      const same = await findSame(tx, scope, fileHash)
      return previewOf(path, { ...report, sameAs: same?.id ?? null }, plan, read)
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

/** Two imports of one household take turns from here on: matching must see what the other one wrote. */
async function planFile(
  tx: Tx,
  scope: Scope,
  read: RememberedSpool,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'>,
): Promise<Plan> {
  await tx
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, scope.householdId))
    .for('no key update')
  const stored: StoredAccount[] = await tx
    .select({
      id: accounts.id,
      name: accounts.name,
      institution: accounts.institution,
      type: accounts.type,
      currency: accounts.currency,
      last4: accounts.last4,
      bankId: accounts.bankId,
      sourceAccountId: accounts.sourceAccountId,
    })
    .from(accounts)
    .where(eq(accounts.householdId, scope.householdId))
    .orderBy(accounts.id)
  if (input.accountId && !stored.some((account) => account.id === input.accountId))
    throw notFound('The account')
  return planImport(tx, scope, read.spool, stored, input, options.onProgress ?? (() => undefined))
}

async function write(
  tx: Tx,
  scope: Scope,
  plan: Plan,
  report: ImportReport,
  options: ImportOptions,
): Promise<void> {
  const context = {
    importId: report.id,
    source: plan.source,
    payeeOf: plan.payeeOf,
    categorise: await loadCategoriser(tx, scope),
    signal: options.signal,
  }
  const total = plan.accounts.reduce((sum, account) => sum + account.fresh.length, 0)
  let done = 0
  for (const [at, account] of plan.accounts.entries()) {
    await writeAccount(tx, scope, account, report.id, report.accounts[at]?.name ?? '')
    const before = done
    const written = await writeRows(tx, scope, account, context, (rows) =>
      options.onProgress?.({ phase: 'writing', done: before + rows, total }),
    )
    if (written !== account.fresh.length) throw meanwhile()
    done += account.fresh.length
    await writeMatches(tx, scope, account, context)
    await writeSightings(tx, scope, account, report.id)
    await writeBalance(tx, scope, account, report.id)
  }
  options.onProgress?.({ phase: 'finishing', done: total, total })
  await finish(tx, scope, report, total, options)
}

const meanwhile = (): AppError =>
  new AppError(
    'conflict',
    'Rows of this file were stored by something else at the same moment. Import it again.',
  )

async function finish(
  tx: Tx,
  scope: Scope,
  report: ImportReport,
  written: number,
  options: ImportOptions,
): Promise<void> {
  const dates = report.accounts.flatMap((account) =>
    account.firstDate && account.lastDate ? [account.firstDate, account.lastDate] : [],
  )
  const sorted = dates.toSorted()
  const range = { from: sorted[0] ?? null, to: sorted.at(-1) ?? null }
  if (written > 0 && range.from && range.to)
    await pairTransfers(tx, scope, { from: range.from, to: range.to })
  await options.afterWrite(tx, scope, {
    importId: report.id,
    accountIds: report.accounts.map((account) => account.id),
    new: written,
    ...range,
  })
  await recordAudit(
    tx,
    scope,
    'import.created',
    { type: 'import', id: report.id },
    {
      file: report.fileName,
      rows: written,
    },
  )
}

type StatementFile = { name: string; hash: string; size: number }

const insertImport = (
  tx: Tx,
  scope: Scope,
  report: ImportReport,
  file: StatementFile,
  profile: string | null,
) =>
  tx.insert(imports).values({
    householdId: scope.householdId,
    id: report.id,
    userId: scope.userId,
    fileName: file.name,
    fileHash: file.hash,
    fileSize: file.size,
    format: report.format,
    profile,
    status: 'imported',
    report: storeReport(report),
    createdAt: scope.now,
  })

/** The live import that brought the same bytes, as long as all its accounts are still there. */
async function findSame(tx: Tx, scope: Scope, fileHash: string) {
  const [row] = await tx
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.householdId, scope.householdId),
        eq(imports.fileHash, fileHash),
        eq(imports.status, 'imported'),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1)
  if (!row) return null
  const report = readReport(row.report)
  const ids = report.accounts.map((account) => account.id)
  const present =
    ids.length === 0
      ? []
      : await tx
          .select({ id: accounts.id })
          .from(accounts)
          .where(and(eq(accounts.householdId, scope.householdId), inArray(accounts.id, ids)))
  return present.length === ids.length ? { id: row.id, report, profile: row.profile } : null
}

/** The same bytes again, with nothing else said about them: every row is known, and the file need not be read. */
async function importAgain(
  tx: Tx,
  scope: Scope,
  input: ImportInput,
  file: StatementFile,
): Promise<ImportReport | null> {
  if (input.newAccount || input.mapping) return null
  const same = await findSame(tx, scope, file.hash)
  if (!same) return null
  if (input.accountId && !same.report.accounts.some((account) => account.id === input.accountId)) return null
  const report: ImportReport = {
    ...same.report,
    id: newId(),
    fileName: file.name,
    sameAs: same.id,
    accounts: same.report.accounts.map((account) => ({
      ...account,
      new: 0,
      duplicate: account.new + account.duplicate + account.updated,
      updated: 0,
    })),
  }
  await insertImport(tx, scope, report, file, same.profile)
  await recordAudit(tx, scope, 'import.repeated', { type: 'import', id: report.id }, { sameAs: same.id })
  return report
}
