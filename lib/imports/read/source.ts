import { AppError } from '#lib/core/errors.ts'

/** Bytes that can be read more than once: a CSV is read once to understand its columns and once for its rows. */
export type Source = { size: number; open(): AsyncIterable<Uint8Array> }

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export const defaultMaxBytes = 50 * 1024 * 1024

const isSource = (input: Source | Chunks): input is Source => 'open' in input

export function tooLarge(limit: number): AppError {
  const megabytes = Math.floor(limit / 1024 / 1024)
  const named = megabytes > 0 ? `${megabytes} MB` : `${limit} bytes`
  return new AppError(
    'too_large',
    `The file is larger than ${named}. Export a shorter period and import the parts one by one.`,
    { messageKey: 'imports.errors.tooLarge', values: { limit: named } },
  )
}

/** Makes any input re-readable; chunks that can be had only once are kept in memory, up to `maxBytes`. */
export async function asSource(input: Source | Chunks, maxBytes: number): Promise<Source> {
  if (isSource(input)) {
    if (input.size > maxBytes) throw tooLarge(maxBytes)
    return input
  }
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    kept.push(chunk)
  }
  return {
    size,
    open: async function* () {
      yield* kept
    },
  }
}

/** The first bytes of a source, at most `length`. */
export async function headOf(source: Source, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let have = 0
  for await (const chunk of source.open()) {
    parts.push(chunk)
    have += chunk.byteLength
    if (have >= length) break
  }
  return Buffer.concat(parts).subarray(0, length)
}
