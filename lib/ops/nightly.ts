import 'server-only'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseAddress } from '#db/embedded/address.ts'
import { ensurePrivateDir } from '#db/embedded/paths.ts'
import type { Env } from '#lib/env.ts'
import { backup } from './backup.ts'
import { backupFolder } from './start-store.ts'

const hourMs = 3_600_000
const kept = 14
const nightlyName = /^nightly-\d{4}-\d{2}-\d{2}\.tar$/

/** The nightly backups of a data folder, oldest first. */
export function nightlyBackups(dataDir: string): string[] {
  const folder = backupFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => nightlyName.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** When the newest nightly backup was made; null when there is none. */
export function newestBackupAt(dataDir: string): Date | null {
  const newest = nightlyBackups(dataDir).at(-1)
  return newest ? statSync(newest).mtime : null
}

/** One backup a day: after three in the morning (UTC), or as soon as the last one is older than 26 hours. */
export function isBackupDue(last: Date | null, now: Date): boolean {
  if (!last) return true
  const age = now.getTime() - last.getTime()
  return age > 26 * hourMs || (age > 20 * hourMs && now.getUTCHours() >= 3 && now.getUTCHours() < 6)
}

/** Makes today's backup and removes those past the last fourteen. */
export async function backUpTonight(dataDir: string, now: Date): Promise<string> {
  const folder = backupFolder(dataDir)
  ensurePrivateDir(folder)
  const file = join(folder, `nightly-${now.toISOString().slice(0, 10)}.tar`)
  await backup(databaseAddress(), file, now)
  for (const old of nightlyBackups(dataDir).slice(0, -kept)) rmSync(old, { force: true })
  return file
}

/** Looks every half hour whether a backup is due; gives the function that ends it. */
export function startNightlyBackups({ dataDir }: Env, say: (text: string) => void): () => Promise<void> {
  let current: Promise<unknown> = Promise.resolve()
  let running = false
  const look = (): void => {
    if (running || !isBackupDue(newestBackupAt(dataDir), new Date())) return
    running = true
    current = backUpTonight(dataDir, new Date())
      .catch((error: unknown) =>
        say(`The nightly backup failed: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => {
        running = false
      })
  }
  const timer = setInterval(look, hourMs / 2)
  return async () => {
    clearInterval(timer)
    await current
  }
}
