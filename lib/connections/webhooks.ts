import 'server-only'
import { and, eq, lt, ne } from 'drizzle-orm'
import { connections, webhookInbox } from '#db/schema/connections.ts'
import { type Tx, withOperator } from '#db/scope.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { openEgress } from '#lib/privacy/egress.ts'
import { EgressError } from '#lib/privacy/types.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import type { World } from './context.ts'
import { providerSettingsOf } from './provider-settings.ts'
import type { Provider, ProviderContext, WebhookEvent, WebhookRequest } from './providers/port.ts'
import { isProviderError } from './providers/provider-error.ts'
import { findProvider } from './providers.ts'

const keptDays = 7

/** `taken`: it was new and a sync is queued where one helps. `known`: it came before and had its effect. */
export type WebhookOutcome = 'taken' | 'known'

/**
 * Takes a provider's message in: proved first, then written down once, together with the jobs it asks for. Throws AppError
 * not_found (no such provider here), unauthenticated (not proved), unavailable (the proof cannot be checked now).
 */
export async function receiveWebhook(
  id: string,
  request: WebhookRequest,
  now: Date,
  world: World = {},
): Promise<WebhookOutcome> {
  const provider = findProvider(id)
  const settings = provider?.capabilities.webhooks
    ? (world.settings ?? (await providerSettingsOf(provider.id)))
    : {}
  if (!provider?.capabilities.webhooks || !provider.settingNames.every((name) => settings[name]))
    throw notFound('The provider')
  const simulators = world.simulators ? { simulators: world.simulators } : {}
  const event = await prove(provider, request, {
    fetch: openEgress({ scope: null, purpose: 'webhook', timeoutMs: 8_000, ...simulators }),
    secret: null,
    settings,
    now,
    locale: 'en',
    timeZone: 'UTC',
    byPerson: false,
  })
  return withOperator((tx) => take(tx, provider.id, event, now))
}

async function prove(
  provider: Provider,
  request: WebhookRequest,
  context: ProviderContext,
): Promise<WebhookEvent> {
  try {
    return await provider.verifyWebhook(context, request)
  } catch (error) {
    if (isProviderError(error) && error.code === 'forged')
      throw new AppError('unauthenticated', 'The message is not proved.')
    if (isProviderError(error) || error instanceof EgressError)
      throw new AppError('unavailable', 'The message cannot be checked now.', { retryAfterSeconds: 60 })
    throw error
  }
}

async function take(tx: Tx, provider: string, event: WebhookEvent, now: Date): Promise<WebhookOutcome> {
  const { eventId, itemKey, kind } = event
  const [fresh] = await tx
    .insert(webhookInbox)
    .values({ provider, eventId, itemKey, kind, receivedAt: now, processedAt: now })
    .onConflictDoNothing()
    .returning({ eventId: webhookInbox.eventId })
  if (!fresh) return 'known'
  await tx
    .delete(webhookInbox)
    .where(lt(webhookInbox.receivedAt, new Date(now.getTime() - keptDays * 86_400_000)))
  // A provider that names no login tells of rows of one token among few: all its connections look.
  if (kind === 'other' || (itemKey === null && kind !== 'rows')) return 'taken'
  const named = and(
    eq(connections.provider, provider),
    itemKey === null ? undefined : eq(connections.itemKey, itemKey),
    ne(connections.state, 'disconnected'),
  )
  if (event.expiresAt) await tx.update(connections).set({ consentExpiresAt: event.expiresAt }).where(named)
  const found = await tx
    .select({
      householdId: connections.householdId,
      userId: connections.ownerId,
      connectionId: connections.id,
      leaseExpiresAt: connections.leaseExpiresAt,
    })
    .from(connections)
    .where(named)
  for (const { leaseExpiresAt, ...connection } of found) {
    // A sync that runs may have read the page already: look again after it.
    const isBusy = leaseExpiresAt !== null && leaseExpiresAt > now
    const later = isBusy ? { startAfter: new Date(now.getTime() + 120_000) } : {}
    const key = `${connection.connectionId} webhook`
    await enqueue(tx, 'connections.sync', { ...connection, trigger: 'webhook' }, { key, ...later })
  }
  return 'taken'
}
