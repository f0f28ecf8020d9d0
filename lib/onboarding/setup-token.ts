import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { env } from '#lib/env.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text.trim()).digest()

/** Whether the text is the set-up token that start-up printed; false while there is none. */
export async function isSetupToken(text: string): Promise<boolean> {
  const token = await readFile(`${env().dataDir}/secrets/setup-token`, 'utf8').catch(() => '')
  return token.trim() !== '' && timingSafeEqual(digest(text), digest(token))
}
