import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { withConnection } from '#db/client.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import type { World } from './context.ts'
import { disconnect } from './disconnect.ts'
import { beginLink, completeLink } from './link.ts'
import { syncConnection } from './sync.ts'
import { atDay, consent, ledgerOf, truthOf } from './testing/linked.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from './testing/simulated-bank.ts'
import { type PlaidSimulator, plaidSimulator } from './testing/simulators/plaid.ts'
import { receiveWebhook } from './webhooks.ts'

let bank: SimulatedBank
let simulator: PlaidSimulator
let scope: Scope
let world: World

beforeAll(installQueue)
beforeEach(async () => {
  bank = simulatedBank()
  bookSomeWeeks(bank)
  simulator = await plaidSimulator(bank)
  const { clientId, secret } = simulator.keys
  const settings = {
    clientId: secretOf(clientId),
    secret: secretOf(secret),
    env: secretOf(simulator.origin),
    itemLimit: secretOf('0'),
  }
  world = { simulators: [simulator.origin], settings }
  scope = atDay(await createHousehold({ timeZone: 'UTC' }), bank.today)
})
afterEach(() => simulator.close())

const begin = (of: { connectionId?: string } = {}) =>
  beginLink(
    scope,
    { provider: 'plaid', institutionId: null, returnUrl: 'http://localhost/link', consent, ...of },
    world,
  )

async function link(of: { connectionId?: string } = {}): Promise<string> {
  const { state, start } = await begin(of)
  if (start.kind !== 'redirect') throw new Error('no redirect')
  simulator.finishLink(start.secret?.reveal() ?? '')
  return (await completeLink(scope, { state, fields: {} }, world)).connectionId
}

const sync = (id: string) =>
  syncConnection(scope, id, { trigger: 'person', afterWrite: async () => undefined, world })

const jobsOf = (id: string) =>
  withConnection(
    async (client) =>
      (
        await client.query(
          `select data ->> 'trigger' as trigger from pgboss.job where data ->> 'connectionId' = $1`,
          [id],
        )
      ).rows,
  )

test('linked, synced and posted with another amount: the ledger is the bank’s truth', async () => {
  const id = await link()
  const tip = bank.book({
    accountId: 'ACT-2',
    date: bank.today,
    minor: -2000n,
    description: 'DINER',
    pending: true,
  })
  expect(await sync(id)).toMatchObject({ status: 'ok', added: 61 })
  bank.post(tip.id, { minor: -2400n })
  await sync(id)
  expect(await ledgerOf(scope)).toEqual(truthOf(bank))
})

test('a second login of the same bank and accounts costs nothing, and is let in after the first was ended', async () => {
  const id = await link()
  await sync(id)
  await expect(link()).rejects.toMatchObject({ code: 'already_linked' })
  expect(simulator.exchanges()).toBe(1)
  simulator.trial = true
  expect(await disconnect(scope, { id, keepRows: true }, world)).toMatchObject({ told: false })
  await link()
  expect(simulator.exchanges()).toBe(2)
})

test('a broken login is repaired in place, without another exchange', async () => {
  const id = await link()
  bank.loginBroken = true
  expect(await sync(id)).toMatchObject({ status: 'failed', code: 'needs_reauth' })
  expect(await link({ connectionId: id })).toBe(id)
  expect(await sync(id)).toMatchObject({ status: 'ok', added: 60 })
  expect(simulator.exchanges()).toBe(1)
})

test('places are counted over the instance, ended logins too', async () => {
  await disconnect(scope, { id: await link(), keepRows: false }, world)
  world = { ...world, settings: { ...world.settings, itemLimit: secretOf('1') } }
  await expect(begin()).rejects.toMatchObject({ code: 'no_places' })
})

test('a signed webhook queues one sync, however often it comes; a forged or stale one none', async () => {
  const id = await link()
  const news = {
    webhook_type: 'TRANSACTIONS',
    webhook_code: 'SYNC_UPDATES_AVAILABLE',
    item_id: simulator.itemId(),
  }
  const receive = (message: Parameters<typeof receiveWebhook>[1], now = scope.now) =>
    receiveWebhook('plaid', message, now, world)
  const forged = await simulator.sign(news, { at: scope.now, foreignKey: true })
  await expect(receive(forged)).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
  const good = await simulator.sign(news, { at: scope.now })
  const late = new Date(scope.now.getTime() + 301_000)
  await expect(receive(good, late)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await jobsOf(id)).toEqual([])
  const answers = await Promise.all([receive(good), receive(good), receive(good)])
  expect(answers.toSorted()).toEqual(['known', 'known', 'taken'])
  expect(await jobsOf(id)).toEqual([{ trigger: 'webhook' }])
  await expect(receive({ ...good, headers: {} })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(receiveWebhook('simplefin', good, scope.now, world)).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(receiveWebhook('nobody', good, scope.now, world)).rejects.toMatchObject({ code: 'not_found' })
})

test('a warning that the access ends is kept with the connection', async () => {
  const id = await link()
  const ends = '2026-11-05T13:25:17.766Z'
  const warning = {
    webhook_type: 'ITEM',
    webhook_code: 'PENDING_DISCONNECT',
    item_id: simulator.itemId(),
    disconnect_time: ends,
  }
  await receiveWebhook('plaid', await simulator.sign(warning, { at: scope.now }), scope.now, world)
  await sync(id)
  const rows = await withScope(scope, (tx) =>
    bulk<{ state: string; ends: Date }>(
      tx,
      'select state, consent_expires_at as ends from connections where household_id = $1',
      [scope.householdId],
    ),
  )
  expect(rows.map((row) => [row.state, row.ends.toISOString()])).toEqual([['expiring', ends]])
})
