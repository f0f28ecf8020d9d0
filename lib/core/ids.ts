import { randomBytes } from 'node:crypto'

let lastMillis = 0
let sequence = 0

/** A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit sequence that keeps ids of one process in order, 62 random bits. */
export function newId(now: number = Date.now()): string {
  if (now > lastMillis) {
    lastMillis = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillis += 1
    sequence = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMillis, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from outside can be an id at all, so that a bad one is "not found" and not a database error. */
export const isId = (text: string): boolean => uuid.test(text)
