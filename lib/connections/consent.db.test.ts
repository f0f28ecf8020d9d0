import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '#db/client.ts'
import { connections } from '#db/schema/connections.ts'
import { egressLedger } from '#db/schema/privacy.ts'
import { bulk, withScope } from '#db/scope.ts'
import { seedAlertRules } from '#lib/alerts/seed.ts'
import { syncWithAlerts } from '#lib/alerts/sync-with-alerts.ts'
import { addDays } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { renewConsent } from './mutations.ts'
import { getConnection } from './queries.ts'
import { syncConnection } from './sync.ts'
import { eachLinked } from './testing/each-linked.ts'
import { atDay, type LinkedWorld } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

beforeAll(installQueue)
eachLinked((made) => {
  bank = made.bank
  here = made.here
})

const ask = (scope: Scope) =>
  syncConnection(scope, here.connectionId, {
    trigger: 'schedule',
    afterWrite: async () => undefined,
    world: here.world,
  })
/** Syncs of this connection that wait for the worker. */
const queued = () =>
  withConnection(async (client) => {
    const sql = `select id from pgboss.job where name = 'connections.sync' and data ->> 'connectionId' = $1`
    return (await client.query(sql, [here.connectionId])).rowCount
  })
const requests = () => withScope(here.scope, (tx) => tx.select().from(egressLedger))

test('each request names the consent it was made under', async () => {
  await ask(here.scope)
  const { consent } = await getConnection(here.scope, here.connectionId)
  const synced = (await requests()).filter(({ purpose }) => purpose === 'sync')
  expect(synced.length).toBeGreaterThan(0)
  for (const { consentId } of synced) expect(consentId).toBe(consent?.id)
})

test('a consent that has run out asks nobody anything, says so, and is mended by agreeing again', async () => {
  await ask(here.scope)
  const asked = (await requests()).length
  const later = atDay(here.scope, addDays(bank.today, 366))
  expect(await ask(later)).toMatchObject({ status: 'failed', code: 'consent_expired' })
  expect(await requests()).toHaveLength(asked)
  expect(await getConnection(later, here.connectionId)).toMatchObject({
    state: 'needs_reauth',
    stateReason: 'consent_expired',
  })
  expect(await queued()).toBe(0)
  await renewConsent(later, { id: here.connectionId, purposes: ['show'], days: 30 })
  expect(await getConnection(later, here.connectionId)).toMatchObject({ state: 'ok', stateReason: null })
  const [due] = await withScope(later, (tx) =>
    tx.select().from(connections).where(eq(connections.id, here.connectionId)),
  )
  expect(due?.nextSyncAt).toEqual(later.now)
  expect(await queued()).toBe(1)
  expect((await ask(later)).status).toBe('ok')
})

test('rows are told of only when alerts were agreed to', async () => {
  const count = () =>
    withScope(here.scope, async (tx) => {
      const [row] = await bulk<{ count: number }>(
        tx,
        'select count(*)::int as count from alerts where household_id = $1',
        [here.scope.householdId],
      )
      return row?.count ?? -1
    })
  await withScope(here.scope, (tx) => seedAlertRules(tx, here.scope))
  const sync = () => syncWithAlerts(here.scope, here.connectionId, { trigger: 'person', world: here.world })
  const twice = { accountId: 'ACT-1', date: bank.today, minor: -999_900n, pending: false }
  bank.book({ ...twice, description: 'JEWELLER' })
  bank.book({ ...twice, description: 'JEWELLER' })
  await sync()
  expect(await count()).toBe(0)
  await renewConsent(here.scope, { id: here.connectionId, purposes: ['show', 'alert'], days: 365 })
  bank.book({ ...twice, description: 'GOLDSMITH' })
  bank.book({ ...twice, description: 'GOLDSMITH' })
  await sync()
  expect(await count()).toBeGreaterThan(0)
})
