import 'server-only'
import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { env } from '#lib/env.ts'

let cached: Buffer | undefined

/** The key that signs mute links, derived from this instance's master key. */
export function muteKey(): Buffer {
  cached ??= Buffer.from(hkdfSync('sha256', masterKey(), Buffer.alloc(0), 'mail-mute', 32))
  return cached
}

function masterKey(): Buffer {
  const file = env().masterKeyFile
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch {
    // It is there already.
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
}
