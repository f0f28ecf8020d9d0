import 'server-only'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { ensureSecretFile } from './secret-file.ts'

const setupTokenFile = (dataDir: string): string => join(dataDir, 'secrets', 'setup-token')

/** The token that lets the first person in on an instance others can reach; made on first use. */
export const setupToken = (dataDir: string = env().dataDir): string =>
  ensureSecretFile(setupTokenFile(dataDir), 'set-up token', () => randomBytes(18).toString('base64url'))

/** Ends the set-up token, once somebody has signed up. */
export const discardSetupToken = (dataDir: string = env().dataDir): void =>
  rmSync(setupTokenFile(dataDir), { force: true })
