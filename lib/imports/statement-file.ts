import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#lib/core/ids.ts'
import { env } from '../env.ts'
import { tooLarge } from './read/source.ts'

/** A file on this machine, or bytes that arrive. */
export type StatementSource =
  | { path: string; source?: undefined }
  | { source: AsyncIterable<Uint8Array>; path?: undefined }

/** Where uploads wait, made on first use, closed to other users of the machine. */
export async function uploadFolder(): Promise<string> {
  const folder = join(env().dataDir, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Writes bytes to `path`, readable by this user only; returns how many. Throws `too_large` above `maxBytes`. */
export async function writeBytes(
  path: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onChunk: (chunk: Uint8Array) => void = () => undefined,
): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      onChunk(chunk)
      await file.write(chunk)
    }
    return size
  } finally {
    await file.close()
  }
}

/** Lends the statement as a file on disk; bytes that arrived are removed afterwards, whatever happens. */
export async function withStatementFile<T>(
  statement: StatementSource,
  maxBytes: number,
  use: (path: string, size: number) => Promise<T>,
): Promise<T> {
  if (statement.path !== undefined) {
    const { size } = await stat(statement.path)
    if (size > maxBytes) throw tooLarge(maxBytes)
    return use(statement.path, size)
  }
  const path = join(await uploadFolder(), `${newId()}.part`)
  try {
    return await use(path, await writeBytes(path, statement.source, maxBytes))
  } finally {
    await rm(path, { force: true })
  }
}
