import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../testing/wait-for.ts'
import { isDatabaseAway } from './health.ts'
import { lockHolder } from './lock.ts'
import { answers, attachOrOpen, type OpenDatabase, openEmbedded } from './open.ts'
import { embeddedPaths } from './paths.ts'

let dataDir: string
let database: OpenDatabase

const ask = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ ...database.address, query_timeout: 1500 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'minh-supervised-'))
  database = await openEmbedded(dataDir, { deadlineMs: 2000 })
  await ask('CREATE TABLE kept (id int)')
})
afterAll(async () => {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('folders are for this user only', () => {
  const paths = embeddedPaths(dataDir)
  for (const path of [paths.databaseDir, paths.socketDir]) expect(statSync(path).mode & 0o077).toBe(0)
  expect(statSync(paths.lockFile).mode & 0o077).toBe(0)
  expect(paths.socketFile.length).toBeLessThan(100)
})

test('a second opener is refused by the name of the first', async () => {
  await expect(openEmbedded(dataDir)).rejects.toThrow(`already open by process ${database.pid()}`)
})

test('a command uses the database of the running server and leaves it running', async () => {
  const command = await attachOrOpen(dataDir)
  expect(command.pid()).toBeUndefined()
  await command.stop()
  expect(await answers(database.address)).toBe(true)
})

test('a killed database comes back by itself with every commit', async () => {
  await ask('INSERT INTO kept SELECT generate_series(1, 500)')
  const before = database.pid()
  process.kill(before ?? 0, 'SIGKILL')
  await waitFor('another process', () => database.pid() !== before && database.health().state === 'ready')
  expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 500 }])
  expect(database.health().restarts).toBe(1)
})

test('a database that hangs is killed at its deadline; meanwhile a request fails instead of hanging', async () => {
  const before = database.pid()
  process.kill(before ?? 0, 'SIGSTOP')
  const problem = await ask('SELECT 1').then(
    () => null,
    (error: unknown) => error,
  )
  expect(isDatabaseAway(problem)).toBe(true)
  await waitFor('another process', () => database.pid() !== before && database.health().state === 'ready')
  expect(database.health().lastProblem).toMatch(/no answer/)
  expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 500 }])
})

test('a stop that comes while the database is starting again ends it, and the lock is free', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minh-stopped-'))
  const other = await openEmbedded(folder)
  const first = other.pid()
  process.kill(first ?? 0, 'SIGKILL')
  await waitFor('the next process', () => other.pid() !== undefined && other.pid() !== first)
  await other.stop()
  expect(other.health().state).toBe('stopped')
  expect(lockHolder(embeddedPaths(folder))).toBeNull()
  rmSync(folder, { recursive: true, force: true })
})
