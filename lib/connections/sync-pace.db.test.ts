import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '#db/client.ts'
import { connections } from '#db/schema/connections.ts'
import { withScope } from '#db/scope.ts'
import { setNoThirdParties } from '#lib/privacy/mutations.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { queueDueSyncs } from './due.ts'
import { syncConnection } from './sync.ts'
import { eachLinked } from './testing/each-linked.ts'
import { atMoment, type LinkedWorld } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

beforeAll(installQueue)
eachLinked((made) => {
  bank = made.bank
  here = made.here
})

const own = async () => {
  const [row] = await withScope(here.scope, (tx) =>
    tx.select().from(connections).where(eq(connections.id, here.connectionId)),
  )
  if (!row) throw new Error('no connection')
  return row
}
const isQueuedAt = async (now: Date) => {
  await queueDueSyncs(now)
  return withConnection(async (client) => {
    const sql = `select id from pgboss.job where name = 'connections.sync' and data ->> 'connectionId' = $1`
    return (await client.query(sql, [here.connectionId])).rowCount !== 0
  })
}
const hours = (count: number) => new Date(here.scope.now.getTime() + count * 3_600_000)

test('one bank of many that needs its owner does not stop the others: the clock goes on', async () => {
  here.simulator.complaint = 'Connection to Simulated Bank may need attention'
  here.simulator.complaintCode = 'con.auth'
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 60 })
  expect(await own()).toMatchObject({ state: 'needs_reauth' })
  expect(await isQueuedAt(hours(5))).toBe(true)
})

test('a login of which nothing comes without its owner is left alone by the clock', async () => {
  bank.loginBroken = true
  expect(await here.sync()).toMatchObject({ status: 'failed', code: 'needs_reauth' })
  expect(await isQueuedAt(hours(100))).toBe(false)
})

test('what is our own doing is no failure of the bank: no error, no waiting that doubles', async () => {
  await setNoThirdParties(here.scope, true)
  for (let attempt = 0; attempt < 4; attempt++)
    expect(await here.sync()).toMatchObject({ status: 'failed', code: 'third_parties_off' })
  const { state, failures, nextSyncAt } = await own()
  expect({ state, failures }).toEqual({ state: 'ok', failures: 0 })
  expect(nextSyncAt?.getTime()).toBeLessThan(hours(5).getTime())
  expect(here.simulator.requests()).toBe(0)
})

test('a budget that is used up waits for the next day, without calling the login broken', async () => {
  let last = await here.sync()
  for (let attempt = 0; attempt < 28; attempt++) last = await here.sync()
  expect(last).toMatchObject({ code: 'over_budget' })
  const { state, failures, nextSyncAt } = await own()
  expect({ state, failures }).toEqual({ state: 'ok', failures: 0 })
  const midnight = Date.parse('2026-11-02T00:00:00Z')
  expect(nextSyncAt?.getTime()).toBeGreaterThanOrEqual(midnight)
  expect(nextSyncAt?.getTime()).toBeLessThan(midnight + 2 * 3_600_000)
})

test('a pull that takes too long is the provider’s bad day, not an error of ours', async () => {
  bank.faults.push('hang')
  const result = await syncConnection(here.scope, here.connectionId, {
    trigger: 'schedule',
    afterWrite: async () => undefined,
    world: { ...here.world, pullMs: 100 },
  })
  expect(result).toMatchObject({ status: 'failed', code: 'down' })
})

test('a pause that the provider asked for is kept, whoever asks', async () => {
  await here.sync()
  bank.faults.push('429')
  await here.sync()
  const asked = here.simulator.requests()
  const ask = (seconds: number, trigger: 'person' | 'webhook' = 'person') =>
    syncConnection(
      atMoment(here.scope, new Date(here.scope.now.getTime() + seconds * 1000)),
      here.connectionId,
      {
        trigger,
        afterWrite: async () => undefined,
        world: here.world,
      },
    )
  const { backoffUntil } = await own()
  expect(await ask(60)).toEqual({ status: 'waiting', until: backoffUntil })
  expect(await ask(61, 'webhook')).toMatchObject({ status: 'waiting' })
  expect(here.simulator.requests()).toBe(asked)
  expect(await ask(301)).toMatchObject({ status: 'ok' })
})

test('a provider that shows no account any more is not believed', async () => {
  await here.sync()
  const accounts = bank.accounts.splice(0)
  expect(await here.sync()).toMatchObject({ status: 'failed', code: 'bad_answer' })
  expect((await own()).lastSuccessAt).not.toBeNull()
  bank.accounts.push(...accounts)
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 0, removed: 0 })
})
