import pg from 'pg'
import { AppError } from '#lib/core/errors.ts'
import { databaseAddress } from './embedded/address.ts'
import { isDatabaseAway } from './embedded/health.ts'

let pool: pg.Pool | undefined

/** The process's connections, opened on first use so that a build never touches the store. */
function connections(): pg.Pool {
  pool ??= createPool()
  return pool
}

function createPool(): pg.Pool {
  const created = new pg.Pool({
    ...databaseAddress(),
    max: 8,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
    idleTimeoutMillis: 30_000,
    application_name: 'minh',
  })
  created.on('error', () => undefined)
  return created
}

export const storeUnavailable = (cause: unknown): AppError =>
  Object.assign(
    new AppError(
      'unavailable',
      'The database does not answer. It is restarted by itself; try again in a moment.',
      {
        messageKey: 'unavailable',
        retryAfterSeconds: 5,
      },
    ),
    { cause },
  )

/** Lends a connection for the time of `use`; a store that does not answer becomes AppError `unavailable`. */
export async function withConnection<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient
  try {
    client = await connections().connect()
  } catch (error) {
    throw isDatabaseAway(error) ? storeUnavailable(error) : error
  }
  let broken: Error | undefined
  const lost = (error: Error): void => {
    broken = error
  }
  client.on('error', lost)
  try {
    return await use(client)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    broken = error instanceof Error ? error : new Error(String(error))
    throw storeUnavailable(error)
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** Closes every connection; for the end of a process or a test run. */
export async function closeConnections(): Promise<void> {
  const closing = pool
  pool = undefined
  await closing?.end()
}
