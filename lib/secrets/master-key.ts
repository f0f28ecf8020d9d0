import 'server-only'
import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { env } from '#lib/env.ts'
import { ensureSecretFile, readSecretFile } from './secret-file.ts'

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

export type MasterKey = { id: string; bytes: Buffer }

/** A master key's name: what a wrapped key says it was wrapped by. Tells nothing about the key. */
export const keyIdOf = (master: Buffer): string => deriveFrom(master, 'key-id').toString('hex').slice(0, 16)

let cached: Buffer | undefined

/** The key of MINH_MASTER_KEY_FILE, read once. */
export function currentMasterKey(): MasterKey {
  cached ??= readMasterKey(env().masterKeyFile)
  return { id: keyIdOf(cached), bytes: cached }
}

/** Where a rotation keeps the key it goes to, and the ones it came from. */
export const nextKeyFile = (path: string): string => `${path}.next`
export const formerKeyFile = (path: string, id: string): string => `${path}.${id}`

/** The key with this name: the current one, one that a rotation is going to, or a former one. Throws when it is not here. */
export function masterKeyOf(id: string): MasterKey {
  const current = currentMasterKey()
  if (current.id === id) return current
  const path = env().masterKeyFile
  for (const file of [path, nextKeyFile(path), formerKeyFile(path, id)]) {
    if (!/^[0-9a-f]{16}$/.test(id) || !existsSync(file)) continue
    const bytes = parseMasterKey(readSecretFile(file, 'master key'), file)
    if (keyIdOf(bytes) === id) return { id, bytes }
  }
  throw new Error(`The master key ${id} is not here. Put its file back beside ${path}.`)
}

/** A 32-byte key for one purpose (`session-csrf`, `mute-link`): HKDF-SHA256 of the master key, so that no two uses share one. */
export const deriveKey = (purpose: string): Buffer => deriveFrom(currentMasterKey().bytes, purpose)

export const deriveFrom = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `minh/${purpose}`, keyBytes))
