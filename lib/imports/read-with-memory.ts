import { hash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { importMappings } from '#db/schema/imports.ts'
import { withScope } from '#db/scope.ts'
import { type AppError, isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type Mapping, mappingSchema } from './read/csv/mapping.ts'
import type { MappingColumnInfo, MappingRequest } from './read/csv/questions.ts'
import type { ReadHints } from './read/types.ts'
import { type Spool, spoolStatement } from './spool.ts'

/** The name a CSV layout is remembered under: its headers in order; without headers, the number of columns. */
export function signatureOf(columns: readonly MappingColumnInfo[]): string {
  const headers = columns.map((column) => (column.header ?? '').trim().toLowerCase())
  return hash('sha1', headers.some(Boolean) ? headers.join('\u001f') : `columns:${headers.length}`, 'hex')
}

/** The questions of a file that must be mapped first, or null for any other error. */
export function mappingRequestOf(error: unknown): MappingRequest | null {
  if (!isAppError(error) || error.code !== 'needs_mapping') return null
  const extra = error.details.extra as MappingRequest | undefined
  return extra && 'columns' in extra ? extra : null
}

/** How this household has read a layout before, newest first. */
async function rememberedMapping(
  scope: Scope,
  signature: string,
): Promise<{ mapping: Mapping; name: string } | null> {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select()
      .from(importMappings)
      .where(and(eq(importMappings.householdId, scope.householdId), eq(importMappings.signature, signature)))
      .orderBy(desc(importMappings.createdAt))
      .limit(1),
  )
  const parsed = mappingSchema.safeParse(row?.mapping)
  return row && parsed.success ? { mapping: parsed.data, name: row.name } : null
}

export type RememberedSpool = { spool: Spool; mappingName: string | null }

/** Reads a file; a CSV that asks for its columns is answered with what the household said about such a header before. */
export async function readWithMemory(
  scope: Scope,
  path: string,
  hints: ReadHints & { signal?: AbortSignal },
  onRows: (rows: number) => void,
): Promise<RememberedSpool> {
  try {
    return { spool: await spoolStatement(path, hints, onRows), mappingName: null }
  } catch (error) {
    const asked = hints.mapping ? null : mappingRequestOf(error)
    // An order of days is never remembered: it says nothing about the file of another bank.
    const known = asked?.about === 'columns' && (await rememberedMapping(scope, signatureOf(asked.columns)))
    if (!known) throw error as AppError
    const spool = await spoolStatement(path, { ...hints, mapping: known.mapping }, onRows)
    return { spool, mappingName: known.name }
  }
}
