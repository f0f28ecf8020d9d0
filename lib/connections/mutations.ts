import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { connectionAccounts, connections, consents, providerSettings } from '#db/schema/connections.ts'
import { withIdentity, withOperator, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { requireAdmin } from '#lib/users/invites/queries.ts'
import { lockConnection, ownConnection } from './lease.ts'
import { saveProviderSettings } from './provider-settings.ts'
import { optionalSettings } from './provider-setups.ts'
import { findProvider } from './providers.ts'
import type { Purpose } from './types.ts'

/** The version of the words on the consent page; goes up when their meaning changes. */
export const consentText = 1
export const consentData = ['accounts', 'balances', 'transactions']

/** Agrees again, from now on: the old consent ends, a new one begins. Throws conflict for an ended connection. */
export const renewConsent = (
  scope: Scope,
  input: { id: string; purposes: Purpose[]; days: number },
): Promise<{ expiresAt: Date }> =>
  withScope(scope, async (tx) => {
    const row = await lockConnection(tx, scope, input.id)
    if (row.state === 'disconnected') throw new AppError('conflict', 'The connection was ended.')
    // What the bank no longer allows cannot be agreed to here: its owner signs in there again.
    if (row.consentExpiresAt && row.consentExpiresAt <= scope.now)
      throw new AppError('conflict', 'The access at the bank has ended. Repair the login first.', {
        messageKey: 'bankAccessEnded',
      })
    const own = and(eq(consents.householdId, scope.householdId), eq(consents.connectionId, row.id))
    await tx
      .update(consents)
      .set({ revokedAt: scope.now })
      .where(and(own, isNull(consents.revokedAt)))
    const end = new Date(scope.now.getTime() + input.days * 86_400_000)
    const expiresAt = row.consentExpiresAt && row.consentExpiresAt < end ? row.consentExpiresAt : end
    await tx.insert(consents).values({
      householdId: scope.householdId,
      id: newId(),
      connectionId: row.id,
      userId: scope.userId,
      provider: row.provider,
      data: consentData,
      purposes: input.purposes,
      textVersion: consentText,
      grantedAt: scope.now,
      expiresAt,
    })
    if (row.stateReason === 'consent_expired') {
      await tx
        .update(connections)
        .set({
          state: 'ok',
          stateReason: null,
          stateSince: scope.now,
          failures: 0,
          backoffUntil: null,
          nextSyncAt: scope.now,
        })
        .where(ownConnection(scope, row.id))
      const sync = { householdId: scope.householdId, userId: row.ownerId, connectionId: row.id }
      await enqueue(tx, 'connections.sync', sync, { key: row.id })
    }
    await recordAudit(tx, scope, 'connection.consented', { type: 'connection', id: row.id }, input)
    return { expiresAt }
  })

/** Leaves an account of a login out of syncs, or takes it in again; its rows stay. */
export const includeAccount = (
  scope: Scope,
  input: { id: string; providerAccountId: string; included: boolean },
): Promise<null> =>
  withScope(scope, async (tx) => {
    await lockConnection(tx, scope, input.id)
    const [link] = await tx
      .update(connectionAccounts)
      .set({ included: input.included })
      .where(
        and(
          eq(connectionAccounts.householdId, scope.householdId),
          eq(connectionAccounts.connectionId, input.id),
          eq(connectionAccounts.providerAccountId, input.providerAccountId),
        ),
      )
      .returning({ name: connectionAccounts.name })
    if (!link) throw notFound('The account')
    // A provider that only tells of changes must say everything again, or what happened in between stays missing.
    if (input.included)
      await tx.update(connections).set({ cursor: null }).where(ownConnection(scope, input.id))
    const action = input.included ? 'connection.included' : 'connection.excluded'
    await recordAudit(tx, scope, action, { type: 'connection', id: input.id }, { account: link.name })
    return null
  })

/** Somebody looked at a mass removal and says that it is true: the next sync within an hour does it. */
export const allowRemovals = (scope: Scope, id: string): Promise<null> =>
  withScope(scope, async (tx) => {
    await lockConnection(tx, scope, id)
    const removalsAllowedUntil = new Date(scope.now.getTime() + 3_600_000)
    await tx.update(connections).set({ removalsAllowedUntil }).where(ownConnection(scope, id))
    await recordAudit(tx, scope, 'connection.removals_allowed', { type: 'connection', id }, {})
    return null
  })

const administrator = (scope: Scope): Promise<void> => withIdentity((tx) => requireAdmin(tx, scope))

const noted = (scope: Scope, provider: string, data: Record<string, unknown>): Promise<void> =>
  withScope(scope, async (tx) => {
    await recordAudit(
      tx,
      scope,
      'provider.changed',
      { type: 'household', id: scope.householdId },
      { provider, ...data },
    )
  })

/** Replaces a provider's keys, for the administrator. An empty value is not set; all are needed. */
export async function saveProviderKeys(
  scope: Scope,
  input: { provider: string; values: Readonly<Record<string, string>> },
): Promise<null> {
  await administrator(scope)
  const provider = findProvider(input.provider)
  if (!provider) throw notFound('The provider')
  const known = new Set([...provider.settingNames, ...optionalSettings(provider.id)])
  const values = Object.entries(input.values).flatMap(([name, value]) =>
    known.has(name) && value.trim() ? [[name, secretOf(value.trim())] as const] : [],
  )
  const missing = provider.settingNames.filter((name) => !values.some(([key]) => key === name))
  if (missing.length > 0)
    throw new AppError('invalid', 'A key is missing.', {
      errors: missing.map((path) => ({ path, message: 'required' })),
    })
  await saveProviderSettings(provider.id, Object.fromEntries(values), scope.userId)
  await noted(scope, provider.id, { fields: values.map(([name]) => name) })
  return null
}

/** Switches a provider whose keys are there on or off. */
export async function switchProvider(
  scope: Scope,
  input: { provider: string; enabled: boolean },
): Promise<null> {
  await administrator(scope)
  await withOperator((tx) =>
    tx
      .update(providerSettings)
      .set({ enabled: input.enabled, updatedAt: scope.now })
      .where(eq(providerSettings.provider, input.provider)),
  )
  await noted(scope, input.provider, { enabled: input.enabled })
  return null
}
