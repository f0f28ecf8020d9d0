import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Source } from './source.ts'

const chunkBytes = 256 * 1024

/** A file on disk as a source that can be opened again. */
export async function fileSource(path: string): Promise<Source> {
  const { size } = await stat(path)
  return { size, open: () => createReadStream(path, { highWaterMark: chunkBytes }) }
}
