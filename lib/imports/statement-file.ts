import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
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

const passing = /^passing-(\d+)-/

/** A new place for a file that lives only as long as one request of this process. */
export const passingFile = async (): Promise<string> =>
  join(await uploadFolder(), `passing-${process.pid}-${newId()}`)

/** ESRCH is the only answer that means that nobody has this id. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Removes what killed processes left behind in the clear. To be called before this process takes its first file. */
export async function clearPassingFiles(): Promise<void> {
  const folder = await uploadFolder()
  for (const name of await readdir(folder)) {
    const pid = Number(passing.exec(name)?.[1] ?? 0)
    if (pid && (pid === process.pid || !isRunning(pid))) await rm(join(folder, name), { force: true })
  }
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
  const path = await passingFile()
  try {
    return await use(path, await writeBytes(path, statement.source, maxBytes))
  } finally {
    await rm(path, { force: true })
  }
}
