import 'server-only'
import type { PoolConfig } from 'pg'
import { env } from '#lib/env.ts'
import { embeddedAddress } from './socket-address.ts'

/** Where this instance's database listens: the server of DATABASE_URL, else the embedded one of the data folder. */
export function databaseAddress(): PoolConfig {
  const { databaseUrl, dataDir } = env()
  return databaseUrl ? { connectionString: databaseUrl } : embeddedAddress(dataDir)
}
