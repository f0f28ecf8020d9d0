import pg, { type PoolConfig } from 'pg'
import { closeConnections } from '#db/client.ts'
import { attachOrOpen } from '#db/embedded/open.ts'
import { migrate, newestVersion, schemaVersion } from '#db/migrate.ts'
import { env } from '#lib/env.ts'

/** Lends the store to a command: the running server's, or the folder's own opened for as long as the work takes. */
export async function withStore<T>(work: (address: PoolConfig) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = env()
  const open = databaseUrl
    ? { address: { connectionString: databaseUrl }, stop: async () => undefined }
    : await attachOrOpen(dataDir)
  try {
    return await work(open.address)
  } finally {
    await closeConnections()
    await open.stop()
  }
}

/** Like withStore, over a schema of this version: an empty database gets it, an older one is left to `npm start`. */
export const withReadyStore = <T>(work: (address: PoolConfig) => Promise<T>): Promise<T> =>
  withStore(async (address) => {
    const { when, count } = await versionAt(address)
    if (count === 0) await migrate(address)
    else if (when < newestVersion().when)
      throw new Error(
        'The database is of an older version. Start Minh once (npm start): it makes a backup and updates it.',
      )
    return work(address)
  })

async function versionAt(address: PoolConfig): Promise<{ when: number; count: number }> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return await schemaVersion(client)
  } finally {
    await client.end()
  }
}
