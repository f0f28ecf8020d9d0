import 'server-only'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { closeConnections } from '#db/client.ts'
import { answers, openEmbedded } from '#db/embedded/open.ts'
import { ensurePrivateDir } from '#db/embedded/paths.ts'
import { migrate } from '#db/migrate.ts'
import type { Env } from '#lib/env.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { backup } from './backup.ts'

export type Store = {
  /** Brings the schema and the job queue up to date, after a backup of what was there; gives the number of migrations applied. */
  migrate: () => Promise<number>
  stop: () => Promise<void>
}

type Say = (text: string) => void

const serverPatienceMs = 60_000
/** A migration may rewrite a large table: longer than any statement of a request. */
const migrationDeadlineMs = 15 * 60_000

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

/** Starts the embedded database, or waits for the server of DATABASE_URL. */
export async function startStore(settings: Env, say: Say): Promise<Store> {
  ensurePrivateDir(settings.dataDir)
  if (settings.databaseUrl) return waitForServer({ connectionString: settings.databaseUrl }, settings)
  const database = await openEmbedded(settings.dataDir, { onProgress: say })
  return {
    migrate: async () => {
      database.setDeadline(migrationDeadlineMs)
      const count = await migrate(database.address, {
        beforeChange: () => backupBefore(database.address, settings, say),
      })
      await installQueue()
      database.setDeadline()
      return count
    },
    stop: async () => {
      await closeConnections()
      await database.stop()
    },
  }
}

async function waitForServer(address: pg.PoolConfig, settings: Env): Promise<Store> {
  for (const giveUpAt = Date.now() + serverPatienceMs; !(await answers(address)); await setTimeout(500))
    if (Date.now() > giveUpAt)
      throw new Error(
        `No database answers at DATABASE_URL. Start it, or remove DATABASE_URL to use the built-in one.`,
      )
  const quiet = (): void => undefined
  return {
    migrate: async () => {
      const count = await migrate(address, { beforeChange: () => backupBefore(address, settings, quiet) })
      await installQueue()
      return count
    },
    stop: closeConnections,
  }
}

async function backupBefore(address: pg.PoolConfig, { dataDir }: Env, say: Say): Promise<void> {
  const folder = backupFolder(dataDir)
  ensurePrivateDir(folder)
  const now = new Date()
  const file = join(folder, `before-update-${now.toISOString().replaceAll(':', '').slice(0, 17)}.tar`)
  const report = await backup(address, file, now)
  say(`Made a backup before the update: ${report.file}`)
}
