import 'server-only'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { getImport } from './queries.ts'
import { findSame } from './repeat.ts'
import type { ImportReport } from './types.ts'

/** The live import that brought exactly these bytes, or null: asked before a file is sent. */
export async function recogniseFile(
  scope: Scope,
  { sha256 }: { sha256: string },
): Promise<ImportReport | null> {
  const same = await withScope(scope, (tx) => findSame(tx, scope, sha256))
  return same && getImport(scope, same.id)
}
