import 'server-only'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import { imports } from '#db/schema/imports.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { firstCharacters } from './file-name.ts'
import { dropFile, findFile, forgetKey, readFile } from './file-store.ts'

/** Only who brought a file may have it back or delete it; to anybody else it is not there. */
async function ownImport(tx: Tx, scope: Scope, id: string) {
  if (!isId(id)) throw notFound('The file')
  const [row] = await tx
    .select({ fileName: imports.fileName, fileHash: imports.fileHash })
    .from(imports)
    .where(
      and(eq(imports.householdId, scope.householdId), eq(imports.id, id), eq(imports.userId, scope.userId)),
    )
  if (!row) throw notFound('The file')
  return row
}

const awkward = /[\p{Cc}\p{Cf}\p{Cs}"\\/:*?<>|%;]+/gu

/** A name that is safe in a header and on every disk: no path, no control or direction marks, never empty. */
export const safeFileName = (name: string): string =>
  firstCharacters(name.replace(awkward, '_').replace(/^[._\s]+/, ''), 120).trim() || 'statement'

/** `attachment` with the name twice: plain letters for old programs, UTF-8 (RFC 6266) for the others. */
export function attachmentHeader(name: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** The statement as it was brought, as a download that no browser opens. Throws `not_found` when it was not kept. */
export async function downloadRawFile(scope: Scope, importId: string): Promise<Response> {
  const { file, name } = await withScope(scope, async (tx) => {
    const { fileHash, fileName } = await ownImport(tx, scope, importId)
    const found = await findFile(tx, scope, fileHash)
    if (!found) throw notFound('The file')
    await recordAudit(tx, scope, 'import.file-read', { type: 'import', id: importId })
    return { file: found, name: fileName }
  })
  const chunks = readFile(scope, file)
  const first = await chunks.next()
  const all = async function* () {
    if (!first.done) yield first.value
    yield* chunks
  }
  const plain = Readable.from(all(), { objectMode: false }).compose(createGunzip())
  return new Response(Readable.toWeb(plain) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': attachmentHeader(name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  })
}

/** Deletes the kept bytes and keeps the rows. The key goes in a commit of its own, before what it opens. */
export async function deleteRawFile(scope: Scope, { id }: { id: string }): Promise<void> {
  const hash = await withScope(scope, async (tx) => {
    const { fileHash } = await ownImport(tx, scope, id)
    if (!(await findFile(tx, scope, fileHash))) throw notFound('The file')
    await forgetKey(tx, scope, fileHash)
    await recordAudit(tx, scope, 'import.file-deleted', { type: 'import', id })
    return fileHash
  })
  await withScope(scope, (tx) => dropFile(tx, scope, hash))
}
