import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#lib/core/ids.ts'
import { migrate } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase(null)
  await migrate(database.address)
  client = new pg.Client(database.address)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const run = () =>
  client.query(
    readFileSync(join(import.meta.dirname, 'migrations/0015_connection_trouble.sql'), 'utf8').replaceAll(
      '--> statement-breakpoint',
      '',
    ),
  )

test('people who have alert rules get the new one, once, last in their list', async () => {
  const household = newId()
  const people = [newId(), newId()]
  await client.query(
    "insert into households (id, name, currency, time_zone) values ($1, 'A', 'USD', 'UTC')",
    [household],
  )
  for (const person of people)
    for (const type of ['low_balance', 'card_use'])
      await client.query(
        'insert into alert_rules (household_id, id, user_id, type) values ($1, $2, $3, $4)',
        [household, newId(), person, type],
      )
  await run()
  await run()
  for (const person of people) {
    const { rows } = await client.query(
      'select type, enabled, email, muted_at, id from alert_rules where user_id = $1 order by id',
      [person],
    )
    expect(rows.map(({ type }) => type)).toEqual(['low_balance', 'card_use', 'connection_trouble'])
    expect(rows[2]).toMatchObject({ enabled: true, email: true, muted_at: null })
    expect(rows[2].id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/)
  }
  const { rows } = await client.query(
    "select relforcerowsecurity as forced, relrowsecurity as on from pg_class where relname = 'alert_rules'",
  )
  expect(rows).toEqual([{ forced: true, on: true }])
})
