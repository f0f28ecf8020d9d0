import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { imports } from '#db/schema/imports.ts'
import { withScope } from '#db/scope.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { findSame } from './repeat.ts'
import { readReport } from './report.ts'
import type { RecognisedFile } from './types.ts'

/**
 * The live import that holds the rows of exactly these bytes, or null: asked before a file is sent. A repeat brings no rows of
 * its own until the import it repeats is undone, so the earliest live one is meant.
 */
export async function recogniseFile(
  scope: Scope,
  { sha256 }: { sha256: string },
): Promise<RecognisedFile | null> {
  return withScope(scope, async (tx) => {
    if (!(await findSame(tx, scope, sha256))) return null
    const [first] = await tx
      .select({ report: imports.report, createdAt: imports.createdAt })
      .from(imports)
      .where(
        and(
          eq(imports.householdId, scope.householdId),
          eq(imports.fileHash, sha256),
          eq(imports.status, 'imported'),
        ),
      )
      .orderBy(asc(imports.createdAt), asc(imports.id))
      .limit(1)
    return first
      ? { report: readReport(first.report), day: dateInZone(first.createdAt, scope.timeZone) }
      : null
  })
}
