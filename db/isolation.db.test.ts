import { randomUUID } from 'node:crypto'
import { getTableName } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Scope } from '#lib/core/scope.ts'
import { manifest, tables } from './manifest.ts'
import { bulk, type Tx, withIdentity, withOperator, withScope } from './scope.ts'
import { createHousehold } from './testing/household.ts'

type Catalogue = { name: string; enabled: boolean; forced: boolean; policies: string; tenant: boolean }

const catalogue = () =>
  withOperator((tx) =>
    bulk<Catalogue>(
      tx,
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         (select count(*)::text from pg_policy p where p.polrelid = c.oid) as policies,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'household_id' and not a.attisdropped) as tenant
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
      [],
    ),
  )

const count = async (tx: Tx, table: string): Promise<number> => {
  const [row] = await bulk<{ n: string }>(tx, `select count(*) as n from ${table}`, [])
  return Number(row?.n)
}

/** The columns an insert must give, with values of their types; the rest has defaults. */
async function fill(tx: Tx, table: string, householdId: string): Promise<void> {
  const columns = await bulk<{ name: string; type: string }>(
    tx,
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
       and a.attgenerated = ''`,
    [table],
  )
  const values = columns.map(({ name, type }) => (name === 'household_id' ? householdId : sample(type)))
  const places = columns.map(({ type }, index) => `$${index + 1}::${type}`)
  await bulk(
    tx,
    `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
    values,
  )
}

function sample(type: string): unknown {
  if (type === 'uuid') return randomUUID()
  if (type.startsWith('timestamp')) return '2026-11-23T10:00:00Z'
  if (type === 'date') return '2026-11-23'
  if (type === 'jsonb') return '{}'
  if (type.endsWith('[]')) return '{}'
  if (type === 'boolean') return false
  if (type.startsWith('char')) return 'USD'
  if (type === 'bytea') return Buffer.from('x')
  return type === 'text' ? randomUUID() : 1
}

let a: Scope
let b: Scope
let tenantTables: string[]

beforeAll(async () => {
  a = await createHousehold()
  b = await createHousehold()
  tenantTables = (await catalogue()).filter((table) => table.tenant).map((table) => table.name)
})

test('every table has row security, forced, with policies, and is in the manifest', async () => {
  const known = new Set<string>(Object.values(tables).map((table) => getTableName(table)))
  const found = await catalogue()
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter((table) => !table.enabled || !table.forced || Number(table.policies) === 0)).toEqual([])
  expect(found.map((table) => table.name).filter((name) => !known.has(name))).toEqual([])
  expect(Object.keys(manifest).sort()).toEqual(Object.keys(tables).sort())
})

test('every policy of the app asks for its own household or person, reading and writing', async () => {
  const policies = await withOperator((tx) =>
    bulk<{ name: string; reads: string; writes: string }>(
      tx,
      `select tablename as name, qual as reads, with_check as writes from pg_policies
       where schemaname = 'public' and 'minh_app' = any(roles::text[]) or 'public' = any(roles::text[])`,
      [],
    ),
  )
  const own =
    /^\((household_id = \( SELECT current_household\(\)|(user_)?id = \( SELECT current_(user_id|household)\(\))/
  expect(policies.filter((policy) => !own.test(policy.reads) || !own.test(policy.writes))).toEqual([])
  expect(tenantTables.filter((table) => !policies.some((policy) => policy.name === table))).toEqual([])
})

test('views look with the eyes of the one who asks, and nothing is materialised', async () => {
  const views = await withOperator((tx) =>
    bulk<{ name: string; kind: string; options: string[] | null }>(
      tx,
      `select c.relname as name, c.relkind as kind, c.reloptions as options from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v', 'm')`,
      [],
    ),
  )
  expect(views.length).toBeGreaterThan(0)
  expect(
    views.filter((view) => view.kind === 'm' || !view.options?.includes('security_invoker=true')),
  ).toEqual([])
})

test('a query that forgot its WHERE sees nothing of another household', async () => {
  await withOperator(async (tx) => {
    for (const table of ['audit_events', 'merchants', 'categories']) {
      const kind = table === 'categories'
      if (kind)
        await bulk(
          tx,
          `insert into categories (household_id, id, key, kind, color) values ($1, $2, 'x', 'expense', 1)`,
          [a.householdId, randomUUID()],
        )
      else await fill(tx, table, a.householdId)
    }
  })
  for (const table of ['audit_events', 'merchants', 'categories', 'memberships']) {
    expect(await withScope(a, (tx) => count(tx, table)), table).toBeGreaterThan(0)
  }
  for (const table of tenantTables)
    expect(await withScope(b, (tx) => count(tx, table)), table).toBeLessThan(2)
  for (const table of tenantTables.filter((name) => name !== 'memberships'))
    expect(await withScope(b, (tx) => count(tx, table)), table).toBe(0)
})

test('a row for another household is rejected by every table that may be written', async () => {
  const outcomes: Record<string, string> = {}
  for (const table of tenantTables)
    outcomes[table] = await withScope(b, (tx) => fill(tx, table, a.householdId)).then(
      () => 'written',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
  const refused = /row-level security policy|permission denied/
  expect(Object.entries(outcomes).filter(([, outcome]) => !refused.test(outcome))).toEqual([])
})

test('a person sees themselves and no other, whichever household', async () => {
  const [users] = [await withScope(b, (tx) => bulk<{ id: string }>(tx, 'select id from users', []))]
  expect(users).toEqual([{ id: b.userId }])
  expect(await withScope(b, (tx) => count(tx, 'households'))).toBe(1)
  for (const table of ['passwords', 'identities', 'invites', 'rate_limits'])
    await expect(
      withScope(b, (tx) => count(tx, table)),
      table,
    ).rejects.toThrow('permission denied')
})

test('nobody makes themselves another: no address, role or status, no membership', async () => {
  for (const statement of [
    `update users set is_admin = true`,
    `update users set email = 'other@example.test'`,
    `update users set status = 'active'`,
    `insert into memberships (household_id, user_id, role) values ('${b.householdId}', '${a.userId}', 'owner')`,
    `delete from memberships`,
    `delete from households`,
  ])
    await expect(
      withScope(b, (tx) => bulk(tx, statement, [])),
      statement,
    ).rejects.toThrow('permission denied')
})

test('the log is only added to', async () => {
  for (const statement of [
    `update audit_events set action = 'x'`,
    `delete from audit_events`,
    `truncate audit_events`,
  ])
    await expect(
      withScope(a, (tx) => bulk(tx, statement, [])),
      statement,
    ).rejects.toThrow('permission denied')
  for (const statement of [`update auth_events set event = 'x'`, `delete from auth_events`])
    await expect(
      withIdentity((tx) => bulk(tx, statement, [])),
      statement,
    ).rejects.toThrow('permission denied')
})

test('without a household set there is nothing', async () => {
  const nowhere = { ...a, householdId: '', userId: '' } as Scope
  for (const table of [...tenantTables, 'users', 'sessions', 'households'])
    expect(await withScope(nowhere, (tx) => count(tx, table)), table).toBe(0)
})

test('the gate before a scope exists reads no finances', async () => {
  for (const table of ['transactions', 'accounts', 'balances', 'alerts', 'mails', 'audit_events'])
    await expect(
      withIdentity((tx) => count(tx, table)),
      table,
    ).rejects.toThrow('permission denied')
})
