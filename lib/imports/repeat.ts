import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { imports } from '#db/schema/imports.ts'
import type { Tx } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { readReport, staysDeleted, storeReport } from './report.ts'
import { deletedAgain, reviewDeletedAgain } from './reviews.ts'
import type { StagedImport } from './schema.ts'
import type { ImportReport } from './types.ts'

export type StatementFile = { name: string; hash: string; size: number }

export const insertImport = (
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
export async function findSame(tx: Tx, scope: Scope, fileHash: string) {
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

/** What an import once did with rows and accounts; the other problems are the file's own and come with every reading. */
const past = new Set(['namesake', 'other_number', 'resembles', 'posts', 'deleted'])

type Repeat = { id: string; profile: string | null; report: ImportReport }

/**
 * What the same bytes bring again when nothing else is said about them: every row is known, and the file need not be read.
 * Null when it must be.
 */
export async function repeatOf(
  tx: Tx,
  scope: Scope,
  request: StagedImport['request'],
  file: Pick<StatementFile, 'name' | 'hash'>,
): Promise<Repeat | null> {
  if (request.newAccount || request.mapping) return null
  const same = await findSame(tx, scope, file.hash)
  if (!same) return null
  if (same.report.accounts.some(({ currency }) => request.currency && currency !== request.currency))
    return null
  const answers = Object.values(request.accounts ?? {})
  if (answers.some((answer) => 'new' in answer)) return null
  const named = [
    request.accountId,
    ...answers.map((answer) => ('accountId' in answer ? answer.accountId : null)),
  ]
  const known = new Set(same.report.accounts.map((account) => account.id))
  if (named.some((id) => id && !known.has(id))) return null
  const deleted = (await deletedAgain(tx, scope, file.hash)).slice(0, 50)
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
      balanceBefore: account.balanceAfter,
    })),
    problems: [
      ...same.report.problems.filter(({ code }) => !past.has(code)),
      ...deleted.map(({ line }) => staysDeleted(line || null)),
    ],
  }
  return { id: same.id, profile: same.profile, report }
}

/** Notes the same bytes once more, see `repeatOf`; null when they must be read. */
export async function importAgain(
  tx: Tx,
  scope: Scope,
  request: StagedImport['request'],
  file: StatementFile,
): Promise<ImportReport | null> {
  const repeat = await repeatOf(tx, scope, request, file)
  if (!repeat) return null
  const { id, profile, report } = repeat
  await insertImport(tx, scope, report, file, profile)
  await reviewDeletedAgain(tx, scope, report.id, file.hash)
  await recordAudit(tx, scope, 'import.repeated', { type: 'import', id: report.id }, { sameAs: id })
  return report
}
