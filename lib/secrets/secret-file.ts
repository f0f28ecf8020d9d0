import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Reads a secret's file; refuses one that other users may read, in words that say what to do. */
export function readSecretFile(path: string, what: string): string {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`The ${what} in ${path} can be read by other users. Run: chmod 600 ${path}`)
  return readFileSync(path, 'utf8').trim()
}

/** Reads the secret, or makes it on first use (mode 0600). Of two that start at once, both get the same one. */
export function ensureSecretFile(path: string, what: string, make: () => string): string {
  if (!existsSync(path)) {
    const folder = dirname(path)
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
    }
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, path)
    } catch (error) {
      if (!existsSync(path)) throw error
    } finally {
      rmSync(draft)
    }
  }
  return readSecretFile(path, what)
}
