import 'server-only'
import { hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'
import { ensureSecretFile } from './secret-file.ts'

const keyBytes = 32
const encodings = [
  { shape: /^[0-9a-f]+$/i, encoding: 'hex' },
  { shape: /^[\w+/=-]+$/, encoding: 'base64' },
] as const

/** The key in a file's text, hex or base64; throws when it is shorter than 32 bytes. */
export function parseMasterKey(text: string, path: string): Buffer {
  for (const { shape, encoding } of encodings) {
    const key = shape.test(text) ? Buffer.from(text, encoding) : Buffer.alloc(0)
    if (key.length >= keyBytes) return key
  }
  throw new Error(
    `The master key in ${path} is not ${keyBytes} bytes in base64 or hex. If it is new, make one with: openssl rand -base64 32 > ${path}. If it was damaged, put your copy back: what it encrypted cannot be read without it.`,
  )
}

/** Reads the master key of MINH_MASTER_KEY_FILE, or makes it on first start. */
export const readMasterKey = (path: string): Buffer =>
  parseMasterKey(
    ensureSecretFile(path, 'master key', () => randomBytes(keyBytes).toString('base64')),
    path,
  )

let cached: Buffer | undefined

/** A 32-byte key for one purpose (`session-csrf`, `mute-link`): HKDF-SHA256 of the master key, so that no two uses share one. */
export function deriveKey(purpose: string): Buffer {
  cached ??= readMasterKey(env().masterKeyFile)
  return deriveFrom(cached, purpose)
}

export const deriveFrom = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `minh/${purpose}`, keyBytes))
