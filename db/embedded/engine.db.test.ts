import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDurableFs } from './durable-fs.ts'
import { openEngine, startParams } from './engine.ts'
import { maintain, statementsFor } from './maintenance.ts'
import { createTurnstile } from './turnstile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-engine-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every commit reaches the disk; with the stock setting none would, and start-up would notice', async () => {
  const opened = await openEngine(folder)
  expect(await opened.exec('SHOW fsync')).toEqual([{ fsync: 'on' }])
  await opened.close()

  const durable = createDurableFs(folder)
  const synced = await PGlite.create({
    fs: durable.fs,
    startParams: startParams(true),
  })
  await synced.exec('CREATE TABLE t (id int)')
  const before = durable.syncs()
  for (let i = 0; i < 20; i += 1) await synced.exec(`INSERT INTO t VALUES (${i})`)
  expect(durable.syncs() - before).toBeGreaterThanOrEqual(20)
  await synced.close()

  const careless = createDurableFs(folder)
  const stock = await PGlite.create({ fs: careless.fs })
  const start = careless.syncs()
  for (let i = 0; i < 20; i += 1) await stock.exec(`INSERT INTO t VALUES (${i})`)
  expect(careless.syncs() - start).toBe(0)
  await stock.close()
})

test('upkeep vacuums what died, analyses what changed and writes a checkpoint', async () => {
  const opened = await openEngine(null)
  const turnstile = createTurnstile(opened.engine, 1000, (error) => {
    throw error
  })
  await opened.exec('CREATE TABLE busy AS SELECT generate_series(1, 5000) AS id')
  await opened.exec('CREATE TABLE quiet (id int)')
  await opened.exec('DELETE FROM busy WHERE id > 1000')
  expect(await maintain(turnstile, opened.exec)).toEqual(['VACUUM (ANALYZE) public.busy', 'CHECKPOINT'])
  expect(await maintain(turnstile, opened.exec)).toEqual(['CHECKPOINT'])
  await opened.close()
})

test('the thresholds are a fifth dead or a tenth changed, and some', () => {
  const table = { name: 't', live: 100_000, dead: 0, changed: 0 }
  expect(statementsFor([table])).toEqual([])
  expect(statementsFor([{ ...table, dead: 22_000 }])).toEqual(['VACUUM (ANALYZE) t'])
  expect(statementsFor([{ ...table, changed: 11_000 }])).toEqual(['ANALYZE t'])
  expect(statementsFor([{ ...table, live: 10, dead: 12, changed: 12 }])).toEqual([])
})
