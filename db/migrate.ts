import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import pg, { type PoolConfig } from 'pg'
import { z } from 'zod'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

export const oldestServer = 15

/** One step of the schema: when it was written (its order, Unix milliseconds), its checksum, its statements. */
export type Migration = { when: number; hash: string; statements: string[] }
export type AppliedMigration = { when: number; hash: string }

/** The schema a database has: the `when` of its newest migration and how many there were; 0 is empty. */
export type SchemaVersion = { when: number; count: number }

export type MigrateOptions = {
  /** Called when an existing schema is about to change, before anything is written: the moment for a backup. */
  beforeChange?: () => Promise<void>
  /** Stop after the migration of this time: for restoring an older backup. */
  upTo?: number
}

/** The migrations of this version of the code, oldest first. */
export const knownMigrations = (): Migration[] =>
  readMigrationFiles({ migrationsFolder: folder }).map((file) => ({
    when: file.folderMillis,
    hash: file.hash,
    statements: file.sql,
  }))

export const newestVersion = (known: readonly Migration[] = knownMigrations()): SchemaVersion => ({
  when: known.at(-1)?.when ?? 0,
  count: known.length,
})

/** What is left to do. Throws when the database is newer than the code, or when an applied migration has changed. */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const byTime = new Map(known.map((migration) => [migration.when, migration]))
  for (const { when, hash } of applied) {
    const match = byTime.get(when)
    if (!match)
      throw new Error(
        'The database was written by a newer version of Minh than this one. Start that version, or restore a backup made with this one.',
      )
    if (match.hash !== hash)
      throw new Error(
        'A migration was changed after this database had applied it. Go back to the released files, or restore a backup into a new data folder.',
      )
  }
  const done = new Set(applied.map(({ when }) => when))
  return known.filter(({ when }) => !done.has(when))
}

const appliedRow = z.object({ created_at: z.coerce.number(), hash: z.string() })

/** The migrations a database has applied; none when it is empty. */
export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const exists = await client.query<{ found: boolean }>(
    `SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS found`,
  )
  if (!exists.rows[0]?.found) return []
  const result = await client.query(
    'SELECT hash, created_at FROM drizzle.__drizzle_migrations ORDER BY created_at',
  )
  return result.rows.map((row) => {
    const { created_at, hash } = appliedRow.parse(row)
    return { when: created_at, hash }
  })
}

export async function schemaVersion(client: pg.ClientBase): Promise<SchemaVersion> {
  const applied = await appliedMigrations(client)
  return { when: applied.at(-1)?.when ?? 0, count: applied.length }
}

/** Applies what is missing inside the caller's transaction; gives the number applied. Two starters wait for each other. */
export async function applyMigrations(
  client: pg.ClientBase,
  upTo = Number.POSITIVE_INFINITY,
): Promise<number> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('minh-migrations'))`)
  await client.query('CREATE SCHEMA IF NOT EXISTS drizzle')
  await client.query(
    'CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)',
  )
  const todo = pendingMigrations(knownMigrations(), await appliedMigrations(client))
  const chosen = todo.filter(({ when }) => when <= upTo)
  for (const { when, hash, statements } of chosen) {
    for (const statement of statements) await client.query(statement)
    await client.query('INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)', [
      hash,
      when,
    ])
  }
  return chosen.length
}

/** Brings a database to this version's schema in one transaction; gives the number of migrations applied. */
export async function migrate(address: PoolConfig, options: MigrateOptions = {}): Promise<number> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await requireServer(client)
    const applied = await appliedMigrations(client)
    const todo = pendingMigrations(knownMigrations(), applied)
    if (todo.length > 0 && applied.length > 0) await options.beforeChange?.()
    let count = 0
    if (todo.length > 0) count = await inTransaction(client, () => applyMigrations(client, options.upTo))
    await requireRowSecurity(client)
    return count
  } finally {
    await client.end()
  }
}

/** Runs `work` between BEGIN and COMMIT, for the few jobs that are not on behalf of a household. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function requireServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const version = rows[0]?.version ?? 0
  if (version < oldestServer * 10_000)
    throw new Error(
      `DATABASE_URL points to PostgreSQL ${Math.floor(version / 10_000)}. Minh needs ${oldestServer} or newer.`,
    )
}

const unguarded = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND n.nspname = 'public' AND NOT row_security_active(c.oid)`

/** Refuses a database in which the app's role would see every household: the tenants' last line of defence. */
async function requireRowSecurity(client: pg.ClientBase): Promise<void> {
  const { rows: roles } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'minh_app'`)
  if (roles.length === 0) return
  const open = await inTransaction(client, async () => {
    await client.query('SET LOCAL ROLE minh_app')
    return client.query<{ name: string }>(unguarded)
  })
  const first = open.rows[0]
  if (first)
    throw new Error(
      `Row security does not hold for the role minh_app on ${first.name}. Run: ALTER ROLE minh_app NOSUPERUSER NOBYPASSRLS; and make sure that it owns no table.`,
    )
}
