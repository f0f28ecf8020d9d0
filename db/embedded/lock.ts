import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { EmbeddedPaths } from './paths.ts'

const owner = z.object({ pid: z.number().int(), since: z.string() })

export type LockOwner = z.infer<typeof owner>
export type Lock = { release: () => void }

/** Somebody else has the database open. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
  readonly owner: LockOwner | null

  constructor(dataDir: string, holder: LockOwner | null) {
    const who = holder ? `by process ${holder.pid}, since ${holder.since}` : 'by another process'
    super(
      `The database in ${dataDir} is already open ${who}. Two processes would lose each other's data: stop that one first, or set MINH_DATA_DIR to another folder.`,
    )
    this.owner = holder
  }
}

export function readLockOwner(paths: EmbeddedPaths): LockOwner | null {
  if (!existsSync(paths.ownerFile)) return null
  try {
    return owner.parse(JSON.parse(readFileSync(paths.ownerFile, 'utf8')))
  } catch {
    return null
  }
}

/**
 * Takes the exclusive lock of a data folder, or throws LockedError. The lock is the kernel's (an SQLite
 * file under BEGIN EXCLUSIVE): it ends with its process, however that dies, so nothing is ever stale.
 */
export function acquireLock(paths: EmbeddedPaths): Lock {
  const file = new DatabaseSync(paths.lockFile, { timeout: 1000 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new LockedError(paths.dataDir, readLockOwner(paths))
    throw error
  }
  if (process.platform !== 'win32') chmodSync(paths.lockFile, 0o600)
  const mine: LockOwner = { pid: process.pid, since: new Date().toISOString() }
  writeFileSync(paths.ownerFile, `${JSON.stringify(mine)}\n`, { mode: 0o600 })
  return {
    release: () => {
      rmSync(paths.ownerFile, { force: true })
      file.close()
    },
  }
}

/** Who has the database open, without touching it; null when nobody does. */
export function lockHolder(paths: EmbeddedPaths): LockOwner | 'unknown' | null {
  if (!existsSync(paths.lockFile)) return null
  try {
    const lock = new DatabaseSync(paths.lockFile)
    try {
      lock.exec('PRAGMA journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
      return null
    } finally {
      lock.close()
    }
  } catch {
    return readLockOwner(paths) ?? 'unknown'
  }
}
