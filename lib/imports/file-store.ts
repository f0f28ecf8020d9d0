import 'server-only'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { and, eq, isNull } from 'drizzle-orm'
import { statementFileChunks, statementFiles } from '#db/schema/imports.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { newDataKey, seal, unseal, unwrapKey, wrapKey } from '#lib/secrets/data-key.ts'

const purpose = 'statement-file'
const chunkBytes = 256 * 1024

/** A statement's bytes, gzipped and sealed, ready to be stored; `chunks` may hold as much as the file itself. */
export type SealedFile = { id: string; sha256: string; size: number; wrappedKey: Buffer; chunks: Buffer[] }

/** Cuts a stream into pieces of `chunkBytes`, the last one shorter. */
async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const bytes of stream) {
    waiting.push(bytes)
    size += bytes.length
    while (size >= chunkBytes) {
      const all = Buffer.concat(waiting)
      yield all.subarray(0, chunkBytes)
      waiting = [all.subarray(chunkBytes)]
      size -= chunkBytes
    }
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** Gzips and seals a file under a new key of its own. */
export async function sealFile(
  scope: Scope,
  path: string,
  file: { hash: string; size: number },
): Promise<SealedFile> {
  const { householdId } = scope
  const id = newId()
  const key = newDataKey()
  const chunks: Buffer[] = []
  await pipeline(createReadStream(path), createGzip({ level: 4 }), async (packed) => {
    for await (const piece of pieces(packed)) chunks.push(seal(key, [householdId, id, chunks.length], piece))
  })
  const wrappedKey = wrapKey(purpose, [householdId, id, file.hash, chunks.length], key)
  return { id, sha256: file.hash, size: file.size, wrappedKey, chunks }
}

/** Stores a sealed file; one that the household keeps already stays as it is. */
export async function storeFile(tx: Tx, scope: Scope, file: SealedFile): Promise<void> {
  const { householdId } = scope
  const { id, sha256, size, wrappedKey } = file
  await tx.delete(statementFiles).where(and(byHash(scope, sha256), isNull(statementFiles.wrappedKey)))
  const stored = await tx
    .insert(statementFiles)
    .values({ householdId, id, sha256, size, wrappedKey, chunks: file.chunks.length, createdAt: scope.now })
    .onConflictDoNothing()
    .returning({ id: statementFiles.id })
  if (stored.length === 0) return
  for (const [part, bytes] of file.chunks.entries())
    await tx.insert(statementFileChunks).values({ householdId, fileId: id, part, bytes })
}

const byHash = (scope: Scope, sha256: string) =>
  and(eq(statementFiles.householdId, scope.householdId), eq(statementFiles.sha256, sha256))

export type StoredFile = typeof statementFiles.$inferSelect

/** The kept file with this hash, or null: never kept, or deleted. */
export async function findFile(tx: Tx, scope: Scope, sha256: string): Promise<StoredFile | null> {
  const [file] = await tx.select().from(statementFiles).where(byHash(scope, sha256))
  return file?.wrappedKey ? file : null
}

const unreadable = (cause: unknown): Error =>
  new Error('A kept statement file does not open: the master key is another one, or the store was changed.', {
    cause,
  })

/** The gzipped bytes of a kept file, chunk by chunk, each proved whole and in its place before it is handed on. */
export async function* readFile(scope: Scope, file: StoredFile): AsyncGenerator<Buffer> {
  const { householdId } = scope
  const { id, chunks, wrappedKey } = file
  if (!wrappedKey) throw new AppError('not_found', 'The file was deleted.')
  let key: Buffer
  try {
    key = unwrapKey(purpose, [householdId, id, file.sha256, chunks], wrappedKey)
  } catch (error) {
    throw unreadable(error)
  }
  const own = and(eq(statementFileChunks.householdId, householdId), eq(statementFileChunks.fileId, id))
  for (let part = 0; part < chunks; part++) {
    const [row] = await withScope(scope, (tx) =>
      tx
        .select({ bytes: statementFileChunks.bytes })
        .from(statementFileChunks)
        .where(and(own, eq(statementFileChunks.part, part))),
    )
    if (!row) throw new AppError('not_found', 'The file was deleted.')
    try {
      yield unseal(key, [householdId, id, part], row.bytes)
    } catch (error) {
      throw unreadable(error)
    }
  }
}

/** Takes the key away: from the commit on nothing in the store opens the bytes. */
export const forgetKey = (tx: Tx, scope: Scope, sha256: string) =>
  tx.update(statementFiles).set({ wrappedKey: null }).where(byHash(scope, sha256))

/** Removes what is left of a file whose key is gone. */
export const dropFile = (tx: Tx, scope: Scope, sha256: string) =>
  tx.delete(statementFiles).where(byHash(scope, sha256))
