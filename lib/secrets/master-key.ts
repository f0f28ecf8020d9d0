import 'server-only'
import { hkdfSync, randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
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

let cached: { key: MasterKey; file: string } | undefined

/** What tells one file from the next in its place, so that a running server takes a rotated key at once. */
function stampOf(path: string): string {
  const { ino, mtimeMs } = statSync(path)
  return `${ino} ${mtimeMs}`
}

/** The key of MINH_MASTER_KEY_FILE, read again only when another file is there. */
export function currentMasterKey(): MasterKey {
  const path = env().masterKeyFile
  if (!cached || !existsSync(path) || stampOf(path) !== cached.file) {
    const bytes = readMasterKey(path)
    cached = { key: { id: keyIdOf(bytes), bytes }, file: stampOf(path) }
  }
  return cached.key
}

/** Where a rotation keeps the key it goes to, and the ones it came from. */
const nextKeyFile = (path: string): string => `${path}.next`
const formerKeyFile = (path: string, id: string): string => `${path}.${id}`

/** Whether a rotation was stopped before its key became the current one. */
export const isRotationBegun = (): boolean => existsSync(nextKeyFile(env().masterKeyFile))

/**
 * Puts a new master key in the place of the current one, which stays beside it as a former one. Each step is one that may be
 * the last: run again, it goes on where it was. `onStep` is for tests.
 */
export function replaceMasterKey(onStep: (step: string) => void = () => undefined): MasterKey {
  const path = env().masterKeyFile
  const current = currentMasterKey()
  const next = nextKeyFile(path)
  readMasterKey(next)
  onStep('made')
  const former = formerKeyFile(path, current.id)
  if (!existsSync(/* turbopackIgnore: true */ former)) {
    copyFileSync(path, `${former}.part`)
    renameSync(`${former}.part`, former)
  }
  onStep('kept')
  renameSync(next, path)
  return currentMasterKey()
}

/** The names of former keys whose files are here, oldest name first. */
export function formerKeyIds(): string[] {
  const path = env().masterKeyFile
  const start = `${basename(path)}.`
  return readdirSync(dirname(path))
    .flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []))
    .filter((id) => keyIdShape.test(id))
    .sort()
}

/** Removes a former key: what only it opens is unreadable from then on. */
export const forgetFormerKey = (id: string): void =>
  rmSync(formerKeyFile(env().masterKeyFile, id), { force: true })

const keyIdShape = /^[0-9a-f]{16}$/

/** The key with this name: the current one, one that a rotation is going to, or a former one. Throws when it is not here. */
export function masterKeyOf(id: string): MasterKey {
  const current = currentMasterKey()
  if (current.id === id) return current
  const path = env().masterKeyFile
  for (const file of [path, nextKeyFile(path), formerKeyFile(path, id)]) {
    if (!keyIdShape.test(id) || !existsSync(/* turbopackIgnore: true */ file)) continue
    const bytes = parseMasterKey(readSecretFile(file, 'master key'), file)
    if (keyIdOf(bytes) === id) return { id, bytes }
  }
  throw new Error(`The master key ${id} is not here. Put its file back beside ${path}.`)
}

/** A 32-byte key for one purpose (`session-csrf`, `mute-link`): HKDF-SHA256 of the master key, so that no two uses share one. */
export const deriveKey = (purpose: string): Buffer => deriveFrom(currentMasterKey().bytes, purpose)

/** The same key, then those of former master keys: what was signed before a rotation still proves itself. */
export const deriveKeys = (purpose: string): Buffer[] => [
  deriveKey(purpose),
  ...formerKeyIds().map((id) => deriveFrom(masterKeyOf(id).bytes, purpose)),
]

export const deriveFrom = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `minh/${purpose}`, keyBytes))
