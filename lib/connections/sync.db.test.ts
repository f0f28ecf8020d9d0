import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { connections, consents, syncRuns } from '#db/schema/connections.ts'
import { egressLedger } from '#db/schema/privacy.ts'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { deleteTransactions } from '#lib/transactions/mutations.ts'
import { disconnect } from './disconnect.ts'
import { ownConnection } from './lease.ts'
import { beginLink } from './link.ts'
import { syncConnection } from './sync.ts'
import { eachLinked } from './testing/each-linked.ts'
import { atDay, consent, type LinkedWorld, ledgerOf, linkedWorld, truthOf } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

eachLinked((made) => {
  bank = made.bank
  here = made.here
})

const connection = async () => {
  const [row] = await withScope(here.scope, (tx) =>
    tx.select().from(connections).where(ownConnection(here.scope, here.connectionId)),
  )
  if (!row) throw new Error('no connection')
  return row
}
const rowsOf = () => withScope(here.scope, (tx) => tx.select().from(transactions))
const nextDay = () => here.simulator.newDay()

test('a first sync brings accounts, balances and every row once; a second changes nothing', async () => {
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 60, modified: 0, removed: 0 })
  expect(await ledgerOf(here.scope)).toEqual(truthOf(bank))
  const made = await withScope(here.scope, (tx) => tx.select().from(accounts))
  for (const account of made)
    expect(account).toMatchObject({
      connectionId: here.connectionId,
      source: 'provider',
      balanceSource: 'provider',
      balanceMinor: bank.balanceOf(account.type === 'credit_card' ? 'ACT-2' : 'ACT-1'),
    })
  const before = await rowsOf()
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 0, modified: 0, removed: 0 })
  expect(await rowsOf()).toEqual(before)
})

test('a pending row that posts under another id with a tip keeps what a person gave it', async () => {
  const dinner = bank.book({
    accountId: 'ACT-2',
    date: bank.today,
    minor: -4000n,
    description: 'TRATTORIA ROMA',
    pending: true,
  })
  await here.sync()
  const [pending] = (await rowsOf()).filter((row) => row.externalId === dinner.id)
  await withScope(here.scope, (tx) =>
    tx
      .update(transactions)
      .set({ note: 'with Ada', editedAt: new Date() })
      .where(eq(transactions.id, pending?.id ?? '')),
  )
  nextDay()
  const posted = bank.post(dinner.id, { minor: -4800n })
  expect(await here.sync()).toMatchObject({ added: 0, modified: 1, removed: 0 })
  const [row] = (await rowsOf()).filter((candidate) => candidate.externalId === posted.id)
  expect(row).toMatchObject({
    id: pending?.id,
    note: 'with Ada',
    minor: -4800n,
    status: 'posted',
    date: dinner.date,
  })
  expect(await ledgerOf(here.scope)).toEqual(truthOf(bank))
})

test('a row that leaves and returns is one row; one that a person deleted stays deleted', async () => {
  await here.sync()
  const [first, second] = [...bank.rows.values()].filter(({ date }) => date > addDays(bank.today, -20))
  if (!first || !second) throw new Error('no rows')
  bank.remove(first.id)
  expect(await here.sync()).toMatchObject({ removed: 1 })
  bank.rows.set(first.id, first)
  expect(await here.sync()).toMatchObject({ added: 0, modified: 1 })
  const [mine] = (await rowsOf()).filter((row) => row.externalId === second.id)
  await deleteTransactions(here.scope, { ids: [mine?.id ?? ''] })
  expect(await here.sync()).toMatchObject({ added: 0, modified: 0, removed: 0 })
  expect(await ledgerOf(here.scope)).toEqual(truthOf(bank, new Set([second.id])))
})

test('a provider that says everything is gone is not believed', async () => {
  await here.sync()
  const before = await ledgerOf(here.scope)
  const kept = new Map(bank.rows)
  bank.rows.clear()
  expect(await here.sync()).toMatchObject({ status: 'held', removed: 0 })
  expect(await ledgerOf(here.scope)).toEqual(before)
  expect(await connection()).toMatchObject({ state: 'error', stateReason: 'mass_removal' })
  for (const [id, row] of kept) bank.rows.set(id, row)
  expect(await here.sync()).toMatchObject({ status: 'ok' })
  expect((await connection()).state).toBe('ok')
})

test.each([
  ['429', 'rate_limited'],
  ['500', 'down'],
  ['cut', 'down'],
  ['garbage', 'bad_answer'],
] as const)('%s changes no row, is written down, and the next sync is complete', async (fault, code) => {
  await here.sync()
  const before = await ledgerOf(here.scope)
  bank.book({ accountId: 'ACT-1', date: bank.today, minor: -1n, description: 'NEW', pending: false })
  bank.faults.push(fault)
  expect(await here.sync()).toMatchObject({ status: 'failed', code })
  expect(await ledgerOf(here.scope)).toEqual(before)
  const row = await connection()
  expect(row).toMatchObject({ failures: 1, leaseHolder: null, state: 'ok' })
  expect(row.staleSince).not.toBeNull()
  expect(row.backoffUntil?.getTime()).toBeGreaterThan(row.lastAttemptAt?.getTime() ?? 0)
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 1 })
  expect(await connection()).toMatchObject({ failures: 0, backoffUntil: null, staleSince: null })
})

test('a broken login asks for its owner, and a repair makes it well', async () => {
  await here.sync()
  bank.loginBroken = true
  expect(await here.sync()).toMatchObject({ status: 'failed', code: 'needs_reauth' })
  expect(await connection()).toMatchObject({ state: 'needs_reauth', stateReason: 'needs_reauth' })
  bank.loginBroken = false
  expect(await here.sync()).toMatchObject({ status: 'ok' })
  expect(await connection()).toMatchObject({ state: 'ok', stateReason: null })
})

test('of many syncs at once one runs', async () => {
  const turnedAway = Promise.withResolvers<void>()
  bank.beforeAnswer = () => turnedAway.promise
  let left = 7
  const results = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const result = await here.sync()
      if (result.status === 'running' && --left === 0) turnedAway.resolve()
      return result
    }),
  )
  expect(results.filter(({ status }) => status === 'ok')).toHaveLength(1)
  expect(results.filter(({ status }) => status === 'running')).toHaveLength(7)
  expect(await ledgerOf(here.scope)).toEqual(truthOf(bank))
})

test('a sync that a crash left behind gives way when its lease has run out', async () => {
  await withScope(here.scope, (tx) =>
    tx
      .update(connections)
      .set({ leaseHolder: here.connectionId, leaseExpiresAt: addMinutes(here.scope.now, 5) })
      .where(ownConnection(here.scope, here.connectionId)),
  )
  expect(await here.sync()).toMatchObject({ status: 'running' })
  nextDay()
  expect(await here.sync()).toMatchObject({ status: 'ok' })
})

const addMinutes = (date: Date, minutes: number) => new Date(date.getTime() + minutes * 60_000)

test('what fails while alerts are written leaves no row, no cursor and no lease', async () => {
  const failing = syncConnection(here.scope, here.connectionId, {
    trigger: 'person',
    afterWrite: async () => {
      throw new Error('alerts are broken')
    },
    world: here.world,
  })
  await expect(failing).rejects.toThrow('alerts are broken')
  expect(await ledgerOf(here.scope)).toEqual([])
  expect(await connection()).toMatchObject({ cursor: null, leaseHolder: null, failures: 1 })
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 60 })
})

test('the daily budget of a provider is not overdrawn', async () => {
  for (let run = 0; run < 30; run++) await here.sync()
  expect(here.simulator.requests()).toBe(24)
  const last = await here.sync()
  expect(last).toMatchObject({ status: 'failed', code: 'over_budget' })
  nextDay()
  expect(await here.sync()).toMatchObject({ status: 'ok' })
})

test('two sides of a transfer between linked accounts find each other', async () => {
  bank.book({
    accountId: 'ACT-1',
    date: bank.today,
    minor: -30_000n,
    description: 'PAYMENT TO VISA 9876',
    pending: false,
  })
  bank.book({
    accountId: 'ACT-2',
    date: bank.today,
    minor: 30_000n,
    description: 'PAYMENT THANK YOU',
    pending: false,
  })
  await here.sync()
  const sides = (await rowsOf()).filter(({ minor }) => minor === 30_000n || minor === -30_000n)
  expect(sides.map(({ kind }) => kind)).toEqual(['card_payment', 'card_payment'])
  expect(new Set(sides.map(({ transferId }) => transferId)).size).toBe(1)
})

test('two secrets swapped in the store open neither login', async () => {
  const other = await linkedWorld(bank)
  const [a, b] = [await connection(), other]
  const [theirs] = await withScope(b.scope, (tx) => tx.select().from(connections))
  const { secret, secretKey, secretKeyId } = theirs ?? a
  await withScope(here.scope, (tx) =>
    tx
      .update(connections)
      .set({ secret, secretKey, secretKeyId })
      .where(ownConnection(here.scope, here.connectionId)),
  )
  await expect(here.sync()).rejects.toThrow()
  expect(here.simulator.requests()).toBe(0)
  await other.simulator.close()
})

test('no secret is in any table', async () => {
  await here.sync()
  const dump = JSON.stringify(
    await withScope(here.scope, async (tx) => [
      await tx.select().from(connections),
      await tx.select().from(syncRuns),
      await tx.select().from(egressLedger),
      await tx.select().from(consents),
    ]),
    (_, value) =>
      typeof value === 'bigint'
        ? String(value)
        : value?.type === 'Buffer'
          ? Buffer.from(value.data).toString('latin1')
          : value,
  )
  expect(dump).not.toMatch(/u-4711|p%2Fw|claim\//)
})

test('disconnecting destroys the key in every state, and keeps or deletes the rows', async () => {
  await here.sync()
  bank.loginBroken = true
  await here.sync()
  const done = await disconnect(here.scope, { id: here.connectionId, keepRows: true }, here.world)
  expect(done).toEqual({ told: false, rowsDeleted: 0 })
  expect(await connection()).toMatchObject({
    state: 'disconnected',
    secret: null,
    secretKey: null,
    cursor: null,
  })
  expect(await rowsOf()).toHaveLength(60)
  await expect(here.sync()).rejects.toMatchObject({ code: 'conflict' })
  const again = await disconnect(here.scope, { id: here.connectionId, keepRows: false }, here.world)
  expect(again.rowsDeleted).toBe(60)
  const ended = await withScope(here.scope, (tx) => tx.select().from(consents))
  expect(ended.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
})

test('linking the same bank again after a disconnect brings no row twice', async () => {
  await here.sync()
  await disconnect(here.scope, { id: here.connectionId, keepRows: true }, here.world)
  const { completeLink } = await import('./link.ts')
  const day = atDay(here.scope, bank.today, 16)
  const input = {
    provider: 'simplefin' as const,
    institutionId: null,
    returnUrl: 'http://localhost/link',
    consent,
  }
  const { state } = await beginLink(day, input, here.world)
  const fields = { token: here.simulator.setupToken() }
  const { connectionId } = await completeLink(day, { state, fields }, here.world)
  await expect(completeLink(day, { state, fields }, here.world)).rejects.toMatchObject({ code: 'invalid' })
  const result = await syncConnection(day, connectionId, {
    trigger: 'link',
    afterWrite: async () => undefined,
    world: here.world,
  })
  expect(result).toMatchObject({ status: 'ok', added: 0 })
  expect(await rowsOf()).toHaveLength(60)
})
