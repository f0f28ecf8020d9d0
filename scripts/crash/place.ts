import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answers, openEmbedded } from '#db/embedded/open.ts'
import { migrate } from '#db/migrate.ts'

/** An embedded database on disk, to be killed. */
export type Place = {
  dataDir: string
  /** Kills the database's process; returns which that was. */
  kill: () => number | undefined
  /** Resolves when another process than `killed` answers; throws after a minute. */
  back: (killed: number | undefined) => Promise<void>
  close: () => Promise<void>
}

export type Chosen = { kills: number; seed: number; rows: number; print: (line: string) => void }

/** Opens the place and makes it the database of this process and of those that it starts. */
export async function openPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minh-crash-'))
  process.env.MINH_DATA_DIR = dataDir
  delete process.env.DATABASE_URL
  const database = await openEmbedded(dataDir)
  await migrate(database.address)
  return {
    dataDir,
    kill: () => {
      const pid = database.pid()
      if (pid) process.kill(pid, 'SIGKILL')
      return pid
    },
    back: async (killed) => {
      // A killed child is noticed a moment later: an answer counts only when another process gives it.
      for (const giveUpAt = Date.now() + 60_000; ; await setTimeout(25)) {
        const ready = database.health().state === 'ready' && database.pid() !== killed
        if (ready && (await answers(database.address))) return
        if (Date.now() > giveUpAt) throw new Error('The database did not come back.')
      }
    },
    close: async () => {
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
