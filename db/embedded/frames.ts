/** One message of the PostgreSQL protocol (v3) as it lies on the wire, header included. */
export type Frame = { type: string; bytes: Buffer }

/** Longer than any statement of ours, shorter than what would exhaust the engine's memory. */
export const maximumFrameBytes = 256 * 1024 * 1024

/** Cuts a byte stream into typed messages; keeps an unfinished one for the next chunk. */
export function createFrameReader(): (chunk: Buffer) => Frame[] {
  let parts: Buffer[] = []
  let held = 0
  let needed = 5
  return (chunk) => {
    parts.push(chunk)
    held += chunk.length
    if (held < needed) return []
    let rest = Buffer.concat(parts)
    const frames: Frame[] = []
    needed = 5
    while (rest.length >= 5) {
      const length = rest.readInt32BE(1) + 1
      if (length < 5 || length > maximumFrameBytes) throw new RangeError('A message of the wrong length.')
      if (rest.length < length) {
        needed = length
        break
      }
      frames.push({ type: rest.toString('latin1', 0, 1), bytes: rest.subarray(0, length) })
      rest = rest.subarray(length)
    }
    parts = rest.length > 0 ? [Buffer.from(rest)] : []
    held = rest.length
    return frames
  }
}

/** A typed message: its letter, its length, its body. */
export function frame(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(5)
  header.write(type, 0, 'latin1')
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, body])
}

export const queryFrame = (sql: string): Buffer => frame('Q', Buffer.from(`${sql}\0`))

/** An error as clients show it; `code` is an SQLSTATE. */
export const errorFrame = (severity: 'ERROR' | 'FATAL', code: string, message: string): Buffer =>
  frame('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${message}\0\0`))

/** Text copy-in, columns unsaid: what a client waits for before it sends its rows. */
export const copyInFrame = (): Buffer => frame('G', Buffer.from([0, 0, 0]))

/** The first packet of a connection has no letter: a length, a code, then parameters. */
export type Opening = 'incomplete' | 'startup' | 'encryption' | 'cancel' | 'unknown'

const openings: Record<number, Opening> = {
  196608: 'startup',
  196610: 'startup',
  80877103: 'encryption',
  80877104: 'encryption',
  80877102: 'cancel',
}

export function readOpening(bytes: Buffer): { kind: Opening; length: number } {
  if (bytes.length < 8) return { kind: 'incomplete', length: 0 }
  const length = bytes.readInt32BE(0)
  if (length < 8 || length > 10_000) return { kind: 'unknown', length: 0 }
  if (bytes.length < length) return { kind: 'incomplete', length }
  return { kind: openings[bytes.readInt32BE(4)] ?? 'unknown', length }
}

const copyFromStdin = /^\s*copy\b[^;]*\bfrom\s+stdin\b/i

/** Whether a simple query starts a copy-in, whose rows must reach the engine in the same call. */
export const isCopyIn = (query: Frame): boolean =>
  query.type === 'Q' &&
  copyFromStdin.test(query.bytes.toString('utf8', 5, Math.min(query.bytes.length, 10_000)))

/** What the shared session cannot serve, in words for the client; null when it can. */
export function refusal(message: Frame): string | null {
  if (message.type !== 'P') return null
  if (message.bytes[5] !== 0) return 'Named prepared statements do not work here: the session is shared.'
  const head = message.bytes.toString('utf8', 6, Math.min(message.bytes.length, 10_000))
  return copyFromStdin.test(head) ? 'COPY FROM STDIN works as a simple query only.' : null
}
