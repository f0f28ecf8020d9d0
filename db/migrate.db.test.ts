import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownMigrations, migrate, schemaVersion } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase(null)
  client = new pg.Client(database.address)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test('an empty database is brought to the newest schema once, without a backup', async () => {
  let backups = 0
  const beforeChange = async (): Promise<void> => {
    backups += 1
  }
  const counts = await Promise.all([migrate(database.address, { beforeChange }), migrate(database.address)])
  const known = knownMigrations().length
  expect(counts.sort((a, b) => a - b)).toEqual([0, known])
  expect(await migrate(database.address, { beforeChange })).toBe(0)
  expect(backups).toBe(0)
  expect(await schemaVersion(client)).toMatchObject({ count: known })
})

test('an existing schema is backed up before it changes, and a failed backup stops the change', async () => {
  const newest = knownMigrations().at(-1)
  await client.query('DELETE FROM drizzle.__drizzle_migrations WHERE created_at = $1', [newest?.when])
  const beforeChange = (): Promise<void> => Promise.reject(new Error('no space'))
  await expect(migrate(database.address, { beforeChange })).rejects.toThrow('no space')
  expect(await schemaVersion(client)).toMatchObject({ count: knownMigrations().length - 1 })
  await client.query('INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)', [
    newest?.hash,
    newest?.when,
  ])
})

test('a database from the future is refused', async () => {
  await client.query(
    `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)`,
  )
  await expect(migrate(database.address)).rejects.toThrow(/newer version of Minh/)
  await client.query('DELETE FROM drizzle.__drizzle_migrations WHERE created_at = 9999999999999')
})

test('a role that would see every household is refused', async () => {
  await client.query('ALTER ROLE minh_app BYPASSRLS')
  await expect(migrate(database.address)).rejects.toThrow(/Row security does not hold/)
  await client.query('ALTER ROLE minh_app NOBYPASSRLS')
  await expect(migrate(database.address)).resolves.toBe(0)
})
