import { and, eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { connections, consents, syncRuns } from '#db/schema/connections.ts'
import { transactions } from '#db/schema/transactions.ts'
import { households } from '#db/schema/users.ts'
import { withOperator, withScope } from '#db/scope.ts'
import { disconnect } from './disconnect.ts'
import { beginLink, completeLink } from './link.ts'
import { renewConsent } from './mutations.ts'
import { providerOf } from './providers.ts'
import { eachLinked } from './testing/each-linked.ts'
import { consent, type LinkedWorld, ledgerOf } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

eachLinked((made) => {
  bank = made.bank
  here = made.here
})

/** Does something once, while the provider is being asked. */
const meanwhile = (work: () => Promise<unknown>) => {
  bank.beforeAnswer = async () => {
    bank.beforeAnswer = () => undefined
    await work()
  }
}
const end = (keepRows = true) => disconnect(here.scope, { id: here.connectionId, keepRows }, here.world)
const own = async () => {
  const [row] = await withScope(here.scope, (tx) =>
    tx.select().from(connections).where(eq(connections.id, here.connectionId)),
  )
  return row
}

test('a login ended while it is synced is asked nothing more, brings nothing and stays ended', async () => {
  meanwhile(() => end())
  expect(await here.sync()).toMatchObject({ status: 'failed' })
  expect(here.simulator.requests()).toBe(1)
  expect(await ledgerOf(here.scope)).toEqual([])
  expect(await own()).toMatchObject({ state: 'disconnected', secretKey: null, leaseHolder: null })
  const runs = await withScope(here.scope, (tx) => tx.select().from(syncRuns))
  expect(runs.map(({ errorCode }) => errorCode)).toEqual(['disconnected'])
})

test('a consent renewed while it is synced lets the sync go on', async () => {
  meanwhile(() => renewConsent(here.scope, { id: here.connectionId, purposes: ['show'], days: 30 }))
  expect(await here.sync()).toMatchObject({ status: 'ok', added: 60 })
})

test('a household deleted while it is synced ends the sync quietly', async () => {
  meanwhile(() =>
    withOperator((tx) => tx.delete(households).where(eq(households.id, here.scope.householdId))),
  )
  expect(await here.sync()).toMatchObject({ status: 'failed', code: 'overtaken' })
})

test('a repair that comes back after the end does not bring the login to life again', async () => {
  const input = { provider: 'simplefin' as const, institutionId: null, returnUrl: 'http://localhost/link' }
  const { state } = await beginLink(
    here.scope,
    { ...input, consent, connectionId: here.connectionId },
    here.world,
  )
  const held = Promise.withResolvers<void>()
  const claimed = here.simulator.claims
  here.simulator.claims = async () => {
    await end()
    held.resolve()
    await claimed()
  }
  const repairing = completeLink(
    here.scope,
    { state, fields: { token: here.simulator.setupToken() } },
    here.world,
  )
  await expect(repairing).rejects.toMatchObject({ code: 'conflict' })
  await held.promise
  expect(await own()).toMatchObject({ state: 'disconnected', secret: null, secretKey: null })
  const agreed = await withScope(here.scope, (tx) => tx.select().from(consents))
  expect(agreed.filter(({ revokedAt }) => revokedAt === null)).toEqual([])
})

test('a repair that could not be written down takes no access away: the login lives on', async () => {
  const input = { provider: 'simplefin' as const, institutionId: null, returnUrl: 'http://localhost/link' }
  const repair = { ...input, consent, connectionId: here.connectionId }
  const { state } = await beginLink(here.scope, repair, here.world)
  const provider = providerOf('simplefin')
  const complete = provider.completeLink
  const revoke = vi.spyOn(provider, 'revoke')
  // No store takes this name.
  const answer = vi
    .spyOn(provider, 'completeLink')
    .mockImplementation(async (...asked) => ({ ...(await complete(...asked)), institutionName: '\u0000' }))
  const fields = { token: here.simulator.setupToken() }
  await expect(completeLink(here.scope, { state, fields }, here.world)).rejects.toThrow()
  expect(answer).toHaveBeenCalled()
  expect(revoke).not.toHaveBeenCalled()
  vi.restoreAllMocks()
  expect(await here.sync()).toMatchObject({ status: 'ok' })
})

test('deleting the rows of a login leaves no half of a transfer behind', async () => {
  const pay = { date: bank.today, pending: false }
  bank.book({ ...pay, accountId: 'ACT-1', minor: -30_000n, description: 'PAYMENT TO VISA 9876' })
  bank.book({ ...pay, accountId: 'ACT-2', minor: 30_000n, description: 'PAYMENT THANK YOU' })
  await here.sync()
  const own = eq(transactions.householdId, here.scope.householdId)
  await withScope(here.scope, (tx) =>
    tx
      .update(transactions)
      .set({ source: 'file' })
      .where(and(own, eq(transactions.minor, -30_000n))),
  )
  await end(false)
  const left = await withScope(here.scope, (tx) => tx.select().from(transactions).where(own))
  expect(left.map(({ minor, kind, transferId }) => ({ minor, kind, transferId }))).toEqual([
    { minor: -30_000n, kind: 'standard', transferId: null },
  ])
})
