import 'server-only'
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { importMappings, imports } from '#db/schema/imports.ts'
import { withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { mappingSchema } from './read/csv/mapping.ts'
import { readReport } from './report.ts'
import type { ImportReport, ImportSummary, SavedMapping } from './types.ts'

/** The report of one import. Throws `not_found`. */
export async function getImport(scope: Scope, id: string): Promise<ImportReport> {
  if (!isId(id)) throw notFound('The import')
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(imports)
      .where(and(eq(imports.householdId, scope.householdId), eq(imports.id, id)))
    if (!row) throw notFound('The import')
    return { ...readReport(row.report), status: row.status }
  })
}

/** The newest imports, undone ones included. */
export async function listImports(scope: Scope, limit = 20): Promise<ImportSummary[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        ...getTableColumns(imports),
        hasFile: sql<boolean>`exists (select 1 from statement_files f where f.household_id = imports.household_id
          and f.sha256 = imports.file_hash and f.wrapped_key is not null)`,
        open: sql<string>`(select count(*) from import_reviews r
          join transactions k on k.household_id = r.household_id and k.id = r.transaction_id
          where r.household_id = imports.household_id and r.import_id = imports.id and r.decision is null
            and (r.kind = 'deleted') = (k.deleted_at is not null))`,
      })
      .from(imports)
      .where(eq(imports.householdId, scope.householdId))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit),
  )
  return rows.map((row) => {
    const { accounts, format } = readReport(row.report)
    const total = (key: 'new' | 'duplicate' | 'updated') => accounts.reduce((sum, one) => sum + one[key], 0)
    return {
      id: row.id,
      fileName: row.fileName,
      format,
      status: row.status,
      createdAt: row.createdAt,
      undoneAt: row.undoneAt,
      accountNames: accounts.map((account) => account.name),
      hasFile: row.hasFile && row.userId === scope.userId,
      open: row.status === 'imported' ? Number(row.open) : 0,
      new: total('new'),
      duplicate: total('duplicate'),
      updated: total('updated'),
    }
  })
}

/** How this household reads the CSV layouts it explained, by name. */
export async function listMappings(scope: Scope): Promise<SavedMapping[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select()
      .from(importMappings)
      .where(eq(importMappings.householdId, scope.householdId))
      .orderBy(importMappings.name, importMappings.id),
  )
  return rows.flatMap(({ id, name, signature, mapping, createdAt }) => {
    const parsed = mappingSchema.safeParse(mapping)
    return parsed.success ? { id, name, signature, mapping: parsed.data, createdAt } : []
  })
}
