import 'server-only'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError, notFound } from '#lib/core/errors.ts'
import { isId, newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { defaultMaxBytes } from './read/source.ts'
import { uploadFolder, writeBytes } from './statement-file.ts'

const uploadSchema = z.strictObject({
  id: z.string(),
  householdId: z.string(),
  userId: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** The import it became; its bytes are gone then. */
  importId: z.string().nullable(),
})

/** A file that waits in the data folder to be looked at and imported: `<id>` holds the bytes, `<id>.json` this. */
export type Upload = z.infer<typeof uploadSchema>

const keptMillis = 24 * 3_600_000

export const uploadPath = async (upload: Upload): Promise<string> => join(await uploadFolder(), upload.id)

async function save(upload: Upload): Promise<void> {
  const path = join(await uploadFolder(), `${upload.id}.json`)
  await writeFile(`${path}.part`, JSON.stringify(upload), { mode: 0o600 })
  await rename(`${path}.part`, path)
}

const incomplete = (): AppError =>
  new AppError('invalid', 'The file did not arrive whole. Send it again.', {
    messageKey: 'imports.errors.incomplete',
  })

export type UploadFacts = { fileName: string; size: number; sha256: string | null }

/** Takes a file in, checks that all of it arrived, and keeps it for a day. */
export async function stageUpload(
  scope: Scope,
  facts: UploadFacts,
  source: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  await clearOldUploads(scope.now)
  const id = newId()
  const path = join(await uploadFolder(), id)
  const hash = createHash('sha256')
  try {
    const size = await writeBytes(path, source, defaultMaxBytes, (chunk) => hash.update(chunk))
    const sha256 = hash.digest('hex')
    if (size !== facts.size || (facts.sha256 !== null && facts.sha256 !== sha256)) throw incomplete()
    const { householdId, userId } = scope
    const upload = { id, householdId, userId, fileName: facts.fileName, size, sha256, importId: null }
    await save(upload)
    return upload
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** A staged file of this person in this household; anything else was not found. */
export async function findUpload(scope: Scope, id: string): Promise<Upload> {
  const text = isId(id)
    ? await readFile(join(await uploadFolder(), `${id}.json`), 'utf8').catch(() => null)
    : null
  const parsed = text === null ? null : uploadSchema.safeParse(JSON.parse(text))
  const upload = parsed?.success ? parsed.data : null
  if (!upload || upload.householdId !== scope.householdId || upload.userId !== scope.userId)
    throw notFound('The file')
  return upload
}

/** Notes what the file became and lets its bytes go. */
export async function settleUpload(upload: Upload, importId: string): Promise<void> {
  await save({ ...upload, importId })
  await rm(await uploadPath(upload), { force: true })
}

export async function dropUpload(scope: Scope, id: string): Promise<void> {
  const upload = await findUpload(scope, id)
  await rm(await uploadPath(upload), { force: true })
  await rm(`${await uploadPath(upload)}.json`, { force: true })
}

/** Removes what nobody came back for within a day. */
export async function clearOldUploads(now: Date): Promise<void> {
  const folder = await uploadFolder()
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && now.getTime() - found.mtimeMs > keptMillis) await rm(path, { force: true })
  }
}
