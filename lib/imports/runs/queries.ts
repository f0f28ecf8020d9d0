import 'server-only'
import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { importRuns } from '#db/schema/import-runs.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { failSilent } from './interrupted.ts'
import { findLive } from './live.ts'
import { sayStored } from './run-error.ts'
import type { ImportRun } from './types.ts'

const dayMillis = 24 * 3_600_000

type Row = typeof importRuns.$inferSelect

/** A stored run with what this process knows of its progress. */
export const runOf = (row: Row, scope: Scope): ImportRun => {
  const live = findLive(row.id)?.run
  return {
    id: row.id,
    upload: row.uploadId,
    fileName: row.fileName,
    state: row.state,
    progress: live?.progress ?? null,
    cancelling: live?.cancelling ?? false,
    importId: row.importId,
    error: sayStored(row.error, scope.locale),
  }
}

/** A person's runs that are under way, or ended within a day without being seen, and those of `also`; the oldest first. */
export async function listRuns(scope: Scope, also: readonly string[] = []): Promise<ImportRun[]> {
  return withScope(scope, async (tx) => {
    await failSilent(tx, scope)
    const rows = await tx
      .select()
      .from(importRuns)
      .where(
        and(
          eq(importRuns.householdId, scope.householdId),
          eq(importRuns.userId, scope.userId),
          or(
            inArray(importRuns.state, ['queued', 'running']),
            also.length > 0 ? inArray(importRuns.id, [...also]) : undefined,
            and(isNull(importRuns.seenAt), gt(importRuns.endedAt, new Date(scope.now.getTime() - dayMillis))),
          ),
        ),
      )
      .orderBy(importRuns.createdAt, importRuns.id)
    return rows.map((row) => runOf(row, scope))
  })
}

/** The newest run of each of these staged files. */
export async function runsOfUploads(scope: Scope, uploads: readonly string[]): Promise<ImportRun[]> {
  if (uploads.length === 0) return []
  const rows = await withScope(scope, (tx) =>
    tx
      .selectDistinctOn([importRuns.uploadId])
      .from(importRuns)
      .where(
        and(
          eq(importRuns.householdId, scope.householdId),
          eq(importRuns.userId, scope.userId),
          inArray(importRuns.uploadId, [...uploads]),
        ),
      )
      .orderBy(importRuns.uploadId, desc(importRuns.createdAt)),
  )
  return rows.map((row) => runOf(row, scope))
}
