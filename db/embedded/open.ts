import { setTimeout } from 'node:timers/promises'
import pg, { type PoolConfig } from 'pg'
import { type DatabaseHealth, isDatabaseAway, reportHealthFrom } from './health.ts'
import { LockedError } from './lock.ts'
import { embeddedAddress } from './socket-address.ts'
import { createSupervisor, type SupervisorOptions } from './supervisor.ts'

export type OpenDatabase = {
  address: PoolConfig
  /** Checkpoints and closes; a database that was only attached to is left alone. */
  stop: () => Promise<void>
  health: () => DatabaseHealth
  pid: () => number | undefined
  setDeadline: (milliseconds?: number) => void
}

export type OpenOptions = Partial<Omit<SupervisorOptions, 'dataDir' | 'onEvent'>> & {
  /** Hears, in English, what happens to the database: for the log. */
  onProgress?: (text: string) => void
}

const startingMs = 10_000

const defaults = {
  memory: false,
  maxConnections: 64,
  idleInTransactionMs: 60_000,
  deadlineMs: 25_000,
  openingMs: 120_000,
}

/** Opens the embedded database of a data folder in a supervised child. Throws LockedError when it is open already. */
export async function openEmbedded(dataDir: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { onProgress, ...chosen } = options
  const supervisor = createSupervisor({
    ...defaults,
    ...chosen,
    dataDir,
    onEvent: onProgress ?? (() => undefined),
  })
  reportHealthFrom(supervisor.health)
  await supervisor.start()
  const { stop, health, pid, setDeadline } = supervisor
  return { address: embeddedAddress(dataDir), stop, health, pid, setDeadline }
}

/** Whether a database answers at an address within three seconds. */
export async function answers(address: PoolConfig): Promise<boolean> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** For commands: the database of the running server if there is one, else opened until `stop`. */
export async function attachOrOpen(dataDir: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const address = embeddedAddress(dataDir)
  const attached: OpenDatabase = {
    address,
    stop: async () => undefined,
    health: () => ({ state: 'external', restarts: 0, lastProblem: null }),
    pid: () => undefined,
    setDeadline: () => undefined,
  }
  // A server that is starting holds the lock before it listens: give it a moment.
  for (const giveUpAt = Date.now() + startingMs; ; await setTimeout(100)) {
    if (await answers(address)) return attached
    try {
      return await openEmbedded(dataDir, options)
    } catch (error) {
      if (!(error instanceof LockedError) || Date.now() > giveUpAt) throw error
    }
  }
}
