import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMigratedDatabase, type TestDatabase } from '#db/testing/database.ts'
import { env } from '#lib/env.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'
import { verifyBackup } from './verify-backup.ts'

let source: TestDatabase
let target: TestDatabase
let folder: string
let file: string

/** The tests' own server stays the same in both runs: a server of DATABASE_URL, else embedded ones. */
const serverUrl = (): string | null => env().databaseUrl

async function ask<Row extends pg.QueryResultRow>(database: TestDatabase, sql: string): Promise<Row[]> {
  const client = new pg.Client(database.address)
  await client.connect()
  try {
    await client.query('BEGIN; SET LOCAL ROLE minh_operator')
    const { rows } = await client.query<Row>(sql)
    await client.query('COMMIT')
    return rows
  } finally {
    await client.end()
  }
}

const users = `
  INSERT INTO users (id, email, name, locale)
  SELECT gen_random_uuid(), 'person' || n || E'\\t\\\\@example.test', E'Tên\\n' || n, 'vi' FROM generate_series(1, 3000) n`
const households = `
  INSERT INTO households (id, name, currency, time_zone, month_start_day)
  SELECT gen_random_uuid(), 'Nhà ' || n, 'VND', 'Asia/Ho_Chi_Minh', 1 FROM generate_series(1, 10) n`
const memberships = `
  INSERT INTO memberships (household_id, user_id, role)
  SELECT h.id, u.id, 'owner' FROM (SELECT id FROM users LIMIT 10) u, (SELECT id FROM households LIMIT 1) h`
const digest = `SELECT md5(string_agg(u::text, '|' ORDER BY id)) AS sum, count(*)::int AS n FROM users u`

beforeAll(async () => {
  source = await createMigratedDatabase(serverUrl())
  target = await createMigratedDatabase(serverUrl())
  for (const sql of [users, households, memberships]) await ask(source, sql)
  folder = mkdtempSync(join(tmpdir(), 'minh-backup-'))
})
afterAll(async () => {
  await source.drop()
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  file = join(folder, 'one.tar')
  await backup(source.address, file)
})

test('a backup goes into an empty database, every row and byte of it', async () => {
  const report = await restore(target.address, file, { replace: false })
  // 3 000 users, 10 households, 10 memberships, and the row of the instance's switches.
  expect(report.rows).toBe(3021)
  expect(await ask(target, digest)).toEqual(await ask(source, digest))
  expect((await ask(target, 'SELECT count(*)::int AS n FROM memberships'))[0]).toEqual({ n: 10 })
})

test('a database with data is left alone, unless it is to be replaced', async () => {
  await restore(target.address, file, { replace: true })
  await expect(restore(target.address, file, { replace: false })).rejects.toThrow(/--replace/)
  await ask(target, `UPDATE users SET name = 'changed'`)
  await restore(target.address, file, { replace: true })
  expect(await ask(target, digest)).toEqual(await ask(source, digest))
})

test('the guards are back after a restore', async () => {
  await restore(target.address, file, { replace: true })
  const guards = `
    SELECT (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f') AS keys,
           (SELECT count(*)::int FROM pg_trigger WHERE tgenabled = 'O') AS triggers,
           (SELECT count(*)::int FROM pg_class WHERE relforcerowsecurity) AS forced`
  expect(await ask(target, guards)).toEqual(await ask(source, guards))
})

test('a damaged or cut backup is refused and nothing changes', async () => {
  await restore(target.address, file, { replace: true })
  const bytes = readFileSync(file)
  const at = bytes.indexOf('tables/users.00000') + 700
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const damaged = join(folder, 'damaged.tar')
  writeFileSync(damaged, bytes)
  await expect(restore(target.address, damaged, { replace: true })).rejects.toThrow(/missing or damaged/)
  const cut = join(folder, 'cut.tar')
  for (const share of [0.1, 0.5, 0.9]) {
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
    await expect(restore(target.address, cut, { replace: true })).rejects.toThrow()
  }
  writeFileSync(cut, 'not a backup '.repeat(200))
  await expect(verifyBackup(cut)).rejects.toThrow(/not a backup of Minh/)
  expect(await ask(target, digest)).toEqual(await ask(source, digest))
})

test('a restore that fails half way leaves what was there', async () => {
  await restore(target.address, file, { replace: true })
  await ask(target, `UPDATE users SET name = 'kept'`)
  await ask(
    source,
    `INSERT INTO users (id, email, name, locale) VALUES (gen_random_uuid(), 'late@example.test', 'x', 'en')`,
  )
  const wrong = join(folder, 'wrong.tar')
  await backup(source.address, wrong)
  const text = readFileSync(wrong)
  const manifest = text.indexOf('"rows": 3001')
  expect(manifest).toBeGreaterThan(0)
  text.write('"rows": 3000', manifest)
  writeFileSync(wrong, text)
  await expect(restore(target.address, wrong, { replace: true })).rejects.toThrow(/after the restore/)
  expect(await ask(target, `SELECT DISTINCT name FROM users`)).toEqual([{ name: 'kept' }])
  await ask(source, `DELETE FROM users WHERE email = 'late@example.test'`)
})

test('a backup is for this user only, and an unfinished one leaves nothing', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const nowhere = { host: '127.0.0.1', port: 1 }
  await expect(backup(nowhere, join(folder, 'never.tar'))).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.includes('never') || name.endsWith('.part'))).toEqual([])
})
