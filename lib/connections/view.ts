import type { Connection } from './queries.ts'

/** `fine`: nothing to do. `stale`: figures are old, try again. `person`: its owner must act. `provider`: broken there. */
export type Health = 'never' | 'fine' | 'stale' | 'person' | 'provider' | 'held' | 'ended'
/** The one button that helps. */
export type HealthAction = 'sync' | 'repair' | 'renew' | 'link' | 'allow'

const quietMillis = 3 * 86_400_000

/** How a connection is, in one word for a person, and what the one button does. */
export function healthOf(connection: Connection, now: Date): { health: Health; action: HealthAction } {
  const { state, stateReason, staleSince, lastSuccessAt, consent, createdAt, accessEndsAt } = connection
  if (state === 'disconnected') return { health: 'ended', action: 'link' }
  if (accessEndsAt && accessEndsAt <= now) return { health: 'person', action: 'repair' }
  if (stateReason === 'consent_expired') return { health: 'person', action: 'renew' }
  if (consent && consent.expiresAt <= now) return { health: 'person', action: 'renew' }
  if (state === 'needs_reauth') return { health: 'person', action: 'repair' }
  if (stateReason === 'mass_removal') return { health: 'held', action: 'allow' }
  if (state === 'expiring') return { health: 'person', action: 'repair' }
  if (state === 'error') return { health: 'provider', action: 'sync' }
  if (!lastSuccessAt && !staleSince) return { health: 'never', action: 'sync' }
  const heard = lastSuccessAt ?? createdAt
  if (staleSince || now.getTime() - heard.getTime() > quietMillis) return { health: 'stale', action: 'sync' }
  return { health: 'fine', action: 'sync' }
}

/** The sentence about it, a key under `connections.healthText`: whether anything still arrives is part of it. */
export function healthTextOf(connection: Connection, now: Date): Health | 'renew' | 'partly' | 'expiring' {
  const { health, action } = healthOf(connection, now)
  const { state, nextSyncAt, accessEndsAt } = connection
  if (action === 'renew') return 'renew'
  if (health !== 'person' || (accessEndsAt && accessEndsAt <= now)) return health
  if (state === 'expiring') return 'expiring'
  return nextSyncAt ? 'partly' : health
}

export const needsAttention = (health: Health): boolean =>
  health === 'stale' || health === 'person' || health === 'provider' || health === 'held'

type Counts = { added: number; modified: number; removed: number }

/** The figures of a run alone, for its sentence. */
export const countsOf = ({ added, modified, removed }: Counts): Counts => ({ added, modified, removed })

/** Codes that the catalogue has a sentence for; any other is said in general words. */
const errorCodes = [
  'needs_reauth',
  'revoked',
  'payment_due',
  'rate_limited',
  'over_budget',
  'down',
  'bad_answer',
  'bad_token',
  'token_claimed',
  'already_linked',
  'not_configured',
  'not_supported',
  'third_parties_off',
  'refused_address',
  'expired',
  'refused',
  'interrupted',
  'disconnected',
  'mass_removal',
  'unfinished',
  'no_places',
  'consent_expired',
  'overtaken',
] as const
export type ErrorCode = (typeof errorCodes)[number] | 'internal'

export const errorCodeOf = (code: string | null | undefined): ErrorCode =>
  errorCodes.find((known) => known === code) ?? 'internal'
