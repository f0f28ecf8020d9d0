import 'server-only'
import type { connections } from '#db/schema/connections.ts'
import type { Scope } from '#lib/core/scope.ts'
import { openEgress } from '#lib/privacy/egress.ts'
import type { OutboundFetch } from '#lib/privacy/types.ts'
import { openSecret } from '#lib/secrets/envelope.ts'
import type { Secret } from '#lib/secrets/secret.ts'
import { requireConsent } from './consent.ts'
import { pacerOf } from './pace.ts'
import { providerSettingsOf } from './provider-settings.ts'
import { ownOrigin } from './providers/demo.ts'
import type { Provider, ProviderContext } from './providers/port.ts'
import { ProviderError } from './providers/provider-error.ts'

export type ConnectionRow = typeof connections.$inferSelect

/** What tests put in the place of the world: simulators on loopback, and keys. */
export type World = {
  simulators?: readonly string[]
  settings?: Readonly<Record<string, Secret>>
  timeoutMs?: number
  /** How long a whole pull may take. */
  pullMs?: number
}

export const connectionPlace = (scope: Scope, id: string) =>
  ({ purpose: 'connection', householdId: scope.householdId, id }) as const

/** The connection's secret; ProviderError `revoked` when its key was destroyed. */
export function secretOfConnection(scope: Scope, row: ConnectionRow): Secret {
  const { secret, secretKey, secretKeyId } = row
  if (!secret || !secretKey || !secretKeyId)
    throw new ProviderError('revoked', 'The key of this login is gone.')
  return openSecret(connectionPlace(scope, row.id), { secret, secretKey, secretKeyId })
}

type Purpose = 'link' | 'sync' | 'revoke'

/** Builds what a provider works with: a way out for this purpose, counted and within the provider's daily budget. */
export async function contextOf(
  scope: Scope,
  provider: Provider,
  purpose: Purpose,
  of: {
    connectionId?: string
    consentId?: string
    secret?: Secret | null
    requestsToday?: number
    byPerson?: boolean
    signal?: AbortSignal
  },
  world: World = {},
): Promise<{ context: ProviderContext; requests: () => number }> {
  const send = openEgress({
    scope,
    purpose,
    ...(of.connectionId ? { connectionId: of.connectionId } : {}),
    ...(of.consentId ? { consentId: of.consentId } : {}),
    ...(provider.id === 'demo' ? { ownOrigin: ownOrigin() } : {}),
    ...(world.simulators ? { simulators: world.simulators } : {}),
    ...(world.timeoutMs ? { timeoutMs: world.timeoutMs } : {}),
  })
  const limit = provider.capabilities.requestsPerDay
  let count = 0
  const counted: OutboundFetch = async (url, request) => {
    // Asked before each request, not once: it may be withdrawn while a pull goes on.
    if (of.consentId && of.connectionId) await requireConsent(scope, of.connectionId)
    if (limit !== null && (of.requestsToday ?? 0) + count >= limit)
      throw new ProviderError('over_budget', 'The provider has been asked often enough today.')
    count++
    return send(url, request)
  }
  const { requestsPerSecond } = provider.capabilities
  const turn = requestsPerSecond && !world.simulators ? pacerOf(provider.id, requestsPerSecond) : null
  const context: ProviderContext = {
    fetch: async (url, request) => {
      await turn?.(request?.signal)
      return counted(url, request)
    },
    secret: of.secret ?? null,
    settings: world.settings ?? (await providerSettingsOf(provider.id)),
    now: scope.now,
    locale: scope.locale,
    timeZone: scope.timeZone,
    byPerson: of.byPerson ?? true,
    ...(of.signal ? { signal: of.signal } : {}),
  }
  return { context, requests: () => count }
}
