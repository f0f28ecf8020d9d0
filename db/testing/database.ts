import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../embedded/open.ts'
import { migrate } from '../migrate.ts'

export type TestDatabase = {
  /** What a process needs in its environment to use this database. */
  environment: { MINH_DATA_DIR: string; DATABASE_URL: string }
  address: pg.PoolConfig
  drop: () => Promise<void>
}

/** An empty database: in memory behind the embedded engine's own server, or a new one on the server at `serverUrl`. */
export async function createTestDatabase(serverUrl: string | null): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minh-test-'))
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true })
  if (!serverUrl) {
    const embedded = await openEmbedded(dataDir, { memory: true })
    const drop = async (): Promise<void> => {
      await embedded.stop()
      removeFolder()
    }
    return { environment: { MINH_DATA_DIR: dataDir, DATABASE_URL: '' }, address: embedded.address, drop }
  }
  const name = `minh_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    environment: { MINH_DATA_DIR: dataDir, DATABASE_URL: url.href },
    address: { connectionString: url.href },
    drop: async () => {
      await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)
      removeFolder()
    },
  }
}

/** Like createTestDatabase, with the schema of this version. */
export async function createMigratedDatabase(serverUrl: string | null): Promise<TestDatabase> {
  const database = await createTestDatabase(serverUrl)
  try {
    await migrate(database.address)
    return database
  } catch (error) {
    await database.drop()
    throw error
  }
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
