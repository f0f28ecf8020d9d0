import 'server-only'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import pg from 'pg'
import { copyIn } from '#db/copy.ts'
import { applyMigrations, inTransaction, knownMigrations } from '#db/migrate.ts'
import { readArchive } from './archive.ts'
import type { Manifest, TableInBackup } from './backup-format.ts'
import { verifyBackup } from './verify-backup.ts'

export type RestoreReport = { rows: number; tables: number; createdAt: string; migrationsApplied: number }

const unpack = promisify(gunzip)
const largestChunk = 256 * 1024 * 1024

type Named = { table_name: string; name: string; definition: string }

const foreignKeysSql = `
  SELECT conrelid::regclass::text AS table_name, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`

const forcedSql = `
  SELECT oid::regclass::text AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity`

/** Whether there is anything that a restore would destroy. */
export async function hasData(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public.users') IS NOT NULL AS found`,
  )
  if (!rows[0]?.found) return false
  return inTransaction(client, async () => {
    await client.query('SET LOCAL ROLE minh_operator')
    return ((await client.query('SELECT FROM public.users LIMIT 1')).rowCount ?? 0) > 0
  })
}

/**
 * Puts a backup in place of everything that is there, in one transaction: a failure leaves the old state.
 * An older backup is brought to this version's schema. Refuses a database with data unless `replace`.
 */
export async function restore(
  address: pg.PoolConfig,
  file: string,
  options: { replace: boolean },
): Promise<RestoreReport> {
  const manifest = await verifyBackup(file)
  const newest = knownMigrations().at(-1)?.when ?? 0
  if (manifest.schema.when > newest)
    throw new Error(
      `${file} was made by a newer version of Minh than this one. Restore it with that version.`,
    )
  const client = new pg.Client(address)
  await client.connect()
  try {
    if (!options.replace && (await hasData(client)))
      throw new Error('The database is not empty. To replace everything in it, add --replace.')
    const migrationsApplied = await inTransaction(client, async () => {
      await client.query(`SET LOCAL lock_timeout = '30s'`)
      await rebuild(client, manifest)
      await load(client, manifest, file)
      return applyMigrations(client)
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { rows, tables: manifest.tables.length, createdAt: manifest.createdAt, migrationsApplied }
  } finally {
    await client.end()
  }
}

/** The empty schema as it was when the backup was made; waiting jobs belong to the old data and go. */
async function rebuild(client: pg.ClientBase, { schema }: Manifest): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS drizzle CASCADE')
  await client.query('DROP SCHEMA public CASCADE')
  await client.query('CREATE SCHEMA public')
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('pgboss.job') IS NOT NULL AS found`,
  )
  if (rows[0]?.found) await client.query('DELETE FROM pgboss.job')
  const count = await applyMigrations(client, schema.when)
  if (count !== schema.count)
    throw new Error(
      'The backup was made by a version of Minh with other migrations. Restore it with that version.',
    )
}

/** Loads every table with its guards off, puts them back, and checks the counts. */
async function load(client: pg.ClientBase, manifest: Manifest, file: string): Promise<void> {
  const foreignKeys = (await client.query<Named>(foreignKeysSql)).rows
  const forced = (await client.query<{ name: string }>(forcedSql)).rows
  const each = async (statements: string[]): Promise<void> => {
    for (const statement of statements) await client.query(statement)
  }
  const names = manifest.tables.map(({ name }) => `public.${name}`)
  await each(foreignKeys.map(({ table_name, name }) => `ALTER TABLE ${table_name} DROP CONSTRAINT ${name}`))
  await each(forced.map(({ name }) => `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`))
  await each(names.map((name) => `ALTER TABLE ${name} DISABLE TRIGGER USER`))
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`)
  await copyAll(client, manifest, file)
  await checkCounts(client, manifest.tables)
  for (const { name, value } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${name}`, value])
  await each(names.map((name) => `ALTER TABLE ${name} ENABLE TRIGGER USER`))
  await each(forced.map(({ name }) => `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`))
  await each(
    foreignKeys.map(
      ({ table_name, name, definition }) => `ALTER TABLE ${table_name} ADD CONSTRAINT ${name} ${definition}`,
    ),
  )
}

async function copyAll(client: pg.ClientBase, manifest: Manifest, file: string): Promise<void> {
  const tableOf = new Map<string, TableInBackup>()
  for (const table of manifest.tables) for (const chunk of table.chunks) tableOf.set(chunk.file, table)
  for await (const entry of readArchive(file)) {
    const table = tableOf.get(entry.name)
    if (!table) continue
    const rows = await unpack(await entry.read(), { maxOutputLength: largestChunk })
    await copyIn(client, `COPY public.${table.name} (${table.columns.join(', ')}) FROM STDIN`, rows)
  }
}

async function checkCounts(client: pg.ClientBase, tables: readonly TableInBackup[]): Promise<void> {
  for (const { name, rows: expected } of tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM public.${name}`)
    if (Number(rows[0]?.count) !== expected)
      throw new Error(
        `${name} has ${rows[0]?.count} rows after the restore, not ${expected}. Nothing was changed.`,
      )
  }
}
