import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** Where the embedded database of one data folder keeps its things. */
export type EmbeddedPaths = {
  dataDir: string
  /** The database files themselves. */
  databaseDir: string
  /** Held by the kernel for as long as a process has the database open. */
  lockFile: string
  /** Says who holds the lock, for messages. */
  ownerFile: string
  /** Short and private: a Unix socket's path may have about 100 bytes. */
  socketDir: string
  socketFile: string
  /** Where the port is written on systems without Unix sockets. */
  addressFile: string
}

export const socketPort = 5432

/** One spelling for one folder, whether it exists yet or not. */
function canonical(path: string): string {
  const absolute = resolve(path)
  if (existsSync(absolute)) return realpathSync(absolute)
  const parent = dirname(absolute)
  return parent === absolute ? absolute : join(canonical(parent), basename(absolute))
}

/** The paths that belong to a data folder. Pure but for resolving links; makes nothing. */
export function embeddedPaths(folder: string): EmbeddedPaths {
  const dataDir = canonical(folder)
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const socketDir = join(canonical(tmpdir()), `minh-${process.getuid?.() ?? 'user'}-${hash}`)
  return {
    dataDir,
    databaseDir: join(dataDir, 'database'),
    lockFile: join(dataDir, 'database.lock'),
    ownerFile: join(dataDir, 'database.owner.json'),
    socketDir,
    socketFile: join(socketDir, `.s.PGSQL.${socketPort}`),
    addressFile: join(dataDir, 'database.address.json'),
  }
}

/** Makes a folder that only this user may enter; refuses one that is a link or somebody else's. */
export function ensurePrivateDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  if (!found.isDirectory()) throw new Error(`${path} is not a folder. Move it away and start again.`)
  const uid = process.getuid?.()
  if (uid !== undefined && found.uid !== uid)
    throw new Error(`${path} belongs to another user (uid ${found.uid}). Remove it or change its owner.`)
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) chmodSync(path, 0o700)
}
