import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEvents } from '#db/schema/audit.ts'
import { connections, consents, providerSettings } from '#db/schema/connections.ts'
import { users } from '#db/schema/users.ts'
import { withIdentity, withOperator, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { addDays } from '#lib/core/calendar.ts'
import { disconnect } from './disconnect.ts'
import { includeAccount, renewConsent, saveProviderKeys, switchProvider } from './mutations.ts'
import { configuredProviders, listProviderSetups } from './provider-setups.ts'
import { getConnection } from './queries.ts'
import { eachLinked } from './testing/each-linked.ts'
import { atDay, type LinkedWorld } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

eachLinked((made) => {
  bank = made.bank
  here = made.here
})

const own = () =>
  withScope(here.scope, (tx) => tx.select().from(connections).where(eq(connections.id, here.connectionId)))

test('agreeing again ends the old consent and begins one for the chosen days', async () => {
  const later = atDay(here.scope, addDays(bank.today, 10))
  const { expiresAt } = await renewConsent(later, {
    id: here.connectionId,
    purposes: ['show', 'assistant'],
    days: 30,
  })
  expect(expiresAt).toEqual(new Date(later.now.getTime() + 30 * 86_400_000))
  const { consent } = await getConnection(later, here.connectionId)
  expect(consent).toMatchObject({ purposes: ['show', 'assistant'], expiresAt })
  const rows = await withScope(here.scope, (tx) => tx.select().from(consents))
  const ofThis = rows.filter(({ connectionId }) => connectionId === here.connectionId)
  expect(ofThis).toHaveLength(2)
  expect(ofThis.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
})

test('an ended connection cannot be agreed to again', async () => {
  await disconnect(here.scope, { id: here.connectionId, keepRows: true }, here.world)
  const renewing = renewConsent(here.scope, { id: here.connectionId, purposes: ['show'], days: 30 })
  await expect(renewing).rejects.toMatchObject({ code: 'conflict' })
})

test('an account is left out, and taking it in again asks for everything', async () => {
  await here.sync()
  const { accounts } = await getConnection(here.scope, here.connectionId)
  const providerAccountId = accounts[0]?.providerAccountId ?? ''
  await withScope(here.scope, (tx) =>
    tx.update(connections).set({ cursor: 'here' }).where(eq(connections.id, here.connectionId)),
  )
  const choose = (included: boolean) =>
    includeAccount(here.scope, { id: here.connectionId, providerAccountId, included })
  const included = async () =>
    (await getConnection(here.scope, here.connectionId)).accounts.find(
      (account) => account.providerAccountId === providerAccountId,
    )?.included
  await choose(false)
  expect(await included()).toBe(false)
  expect((await own())[0]?.cursor).toBe('here')
  await choose(true)
  expect(await included()).toBe(true)
  expect((await own())[0]?.cursor).toBeNull()
})

test('another household finds neither the connection nor its accounts', async () => {
  await here.sync()
  const { accounts } = await getConnection(here.scope, here.connectionId)
  const providerAccountId = accounts[0]?.providerAccountId ?? ''
  const stranger = await createHousehold()
  const id = here.connectionId
  for (const trying of [
    () => renewConsent(stranger, { id, purposes: ['show'], days: 30 }),
    () => includeAccount(stranger, { id, providerAccountId, included: false }),
    () => getConnection(stranger, id),
    () => includeAccount(here.scope, { id, providerAccountId: 'unknown', included: false }),
  ])
    await expect(trying()).rejects.toMatchObject({ code: 'not_found' })
})

test('keys of providers are not for everybody', async () => {
  const saving = saveProviderKeys(here.scope, { provider: 'plaid', values: { clientId: 'a', secret: 'b' } })
  await expect(saving).rejects.toMatchObject({ code: 'forbidden' })
})

test('a provider that was switched off is not offered, whether or not it needs keys', async () => {
  const admin = await createHousehold()
  await withIdentity((tx) => tx.update(users).set({ isAdmin: true }).where(eq(users.id, admin.userId)))
  const provider = 'simplefin'
  await saveProviderKeys(admin, { provider, values: { hosts: 'bridge.example' } })
  expect(await configuredProviders()).toContain(provider)
  await switchProvider(admin, { provider, enabled: false })
  expect(await configuredProviders()).not.toContain(provider)
  await withOperator((tx) => tx.delete(providerSettings).where(eq(providerSettings.provider, provider)))
})

test('an administrator’s keys are stored sealed and never come back', async () => {
  const admin = await createHousehold()
  await withIdentity((tx) => tx.update(users).set({ isAdmin: true }).where(eq(users.id, admin.userId)))
  const lacking = saveProviderKeys(admin, { provider: 'plaid', values: { clientId: 'a', secret: ' ' } })
  await expect(lacking).rejects.toMatchObject({ code: 'invalid' })
  const values = { clientId: 'needle-client-77', secret: 'needle-secret-77' }
  expect(await saveProviderKeys(admin, { provider: 'plaid', values })).toBeNull()
  const setups = await listProviderSetups(admin)
  expect(setups.find(({ provider }) => provider === 'plaid')).toMatchObject({ ready: true, enabled: true })
  const stored = await withOperator((tx) => tx.select().from(providerSettings))
  const audited = await withScope(admin, (tx) => tx.select().from(auditEvents))
  for (const kept of [setups, stored, audited]) expect(JSON.stringify(kept)).not.toContain('needle')
  await withOperator((tx) => tx.delete(providerSettings).where(eq(providerSettings.provider, 'plaid')))
  const unknown = saveProviderKeys(admin, { provider: 'nobody', values })
  await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
})
