import { statfs } from 'node:fs/promises'
import { AppError } from './core/errors.ts'
import { env } from './env.ts'

/** What is left untouched for the database's own log. */
const reserveBytes = 64 * 1024 * 1024

export const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024))

/** Free bytes for this user on the disk of a folder. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Throws AppError `unavailable` unless `bytes` fit on the disk with some to spare. Call it before an import or a backup. */
export async function assertFreeSpace(
  bytes: number,
  folder: string = env().dataDir,
  measure: (folder: string) => Promise<number> = freeSpace,
): Promise<void> {
  const free = await measure(folder)
  if (free >= bytes + reserveBytes) return
  throw new AppError(
    'unavailable',
    `The disk of ${folder} has ${megabytes(free)} MB left; this needs ${megabytes(bytes + reserveBytes)} MB. Free some space and try again.`,
    { messageKey: 'unavailable' },
  )
}
