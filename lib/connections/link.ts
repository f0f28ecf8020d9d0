import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { connections, consents, linkAttempts } from '#db/schema/connections.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError, isAppError, notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { openSecret, sealSecret } from '#lib/secrets/envelope.ts'
import type { Secret } from '#lib/secrets/secret.ts'
import { takeTurn } from '#lib/users/take-turn.ts'
import { type ConnectionRow, connectionPlace, contextOf, secretOfConnection, type World } from './context.ts'
import { knownLogins } from './known-logins.ts'
import { lockConnection, ownConnection } from './lease.ts'
import type { Linked, LinkStart, ProviderId } from './providers/port.ts'
import { ProviderError } from './providers/provider-error.ts'
import { providerOf } from './providers.ts'

/** What a person agreed to before linking; `textVersion` is of the words they read. */
export type ConsentInput = {
  data: string[]
  purposes: ('show' | 'alert' | 'assistant')[]
  textVersion: number
  days: number
}

export type BeginLink = {
  provider: ProviderId
  institutionId: string | null
  returnUrl: string
  consent: ConsentInput
  /** The connection to repair. */
  connectionId?: string
}

export type Begun = { attemptId: string; state: string; start: LinkStart }

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex')
const place = (scope: Scope, id: string) =>
  ({ purpose: 'link-attempt', householdId: scope.householdId, id }) as const
const longestConsentDays = 365

/** A random word, and the page's language, in which the person comes back: banks return the state as it was. */
const newState = (locale: Locale): string => `${randomBytes(32).toString('base64url')}.${locale}`

/** The language of the page where a linking began; null for a state that does not tell. */
export const localeOfState = (state: string): Locale | null =>
  locales.find((locale) => state.endsWith(`.${locale}`)) ?? null

/** Begins to link or to repair: asks the provider where the person goes, and keeps what it needs back. Throws ProviderError. */
export async function beginLink(scope: Scope, input: BeginLink, world?: World): Promise<Begun> {
  const provider = providerOf(input.provider)
  const repaired = input.connectionId ? await findConnection(scope, input.connectionId) : null
  // The key of a login is for its own provider: another one must not even see it.
  if (repaired && repaired.provider !== provider.id) throw notFound('The connection')
  const secret = repaired ? secretOfConnection(scope, repaired) : null
  const of = repaired ? { connectionId: repaired.id, secret } : { secret }
  const { context } = await contextOf(scope, provider, 'link', of, world)
  const state = newState(scope.locale)
  const { returnUrl } = input
  const institutionId = repaired?.institutionId ?? input.institutionId
  const start = await provider.startLink(context, {
    institutionId,
    returnUrl,
    state,
    repair: repaired !== null,
    known: await knownLogins(scope, provider.id),
  })
  const attemptId = newId()
  const kept =
    start.kind === 'redirect' && start.secret ? sealSecret(place(scope, attemptId), start.secret) : {}
  const hour = new Date(scope.now.getTime() + 3_600_000)
  await withScope(scope, (tx) =>
    tx.insert(linkAttempts).values({
      householdId: scope.householdId,
      id: attemptId,
      userId: scope.userId,
      provider: provider.id,
      institutionId,
      connectionId: repaired?.id ?? null,
      consent: input.consent,
      stateHash: hashOf(state),
      expiresAt: start.kind === 'redirect' ? start.expiresAt : hour,
      ...kept,
    }),
  )
  return { attemptId, state, start }
}

async function findConnection(scope: Scope, id: string): Promise<ConnectionRow> {
  return withScope(scope, (tx) => lockConnection(tx, scope, id))
}

/**
 * Ends a linking with what the person brought back: the connection is there, its secret sealed, the consent written down.
 * Each state works once. Throws ProviderError, and AppError invalid for a state that is unknown, old or used.
 */
export async function completeLink(
  scope: Scope,
  input: { state: string; fields: Readonly<Record<string, string>> },
  world?: World,
): Promise<{ connectionId: string }> {
  const attempt = await takeAttempt(scope, input.state)
  const provider = providerOf(attempt.provider)
  const repaired = attempt.connectionId ? await findConnection(scope, attempt.connectionId) : null
  const connectionId = repaired?.id ?? newId()
  const of = { connectionId, secret: repaired ? secretOfConnection(scope, repaired) : null }
  const { context } = await contextOf(scope, provider, 'link', of, world)
  const linked = await provider.completeLink(context, {
    fields: input.fields,
    kept: keptSecret(scope, attempt),
    repair: repaired !== null,
    known: await knownLogins(scope, provider.id),
  })
  const write = withScope(scope, async (tx) => {
    // The login before the household, as a sync locks them: two that wait for each other would both end.
    if (repaired) requireAlive(await lockConnection(tx, scope, connectionId))
    await takeTurn(tx, scope)
    if (!repaired) await refuseTwin(tx, scope, provider.id, linked)
    await writeConnection(tx, scope, connectionId, provider.id, linked, repaired !== null)
    await writeConsent(tx, scope, connectionId, attempt, linked)
    const action = repaired ? 'connection.repaired' : 'connection.linked'
    await recordAudit(tx, scope, action, { type: 'connection', id: connectionId }, { provider: provider.id })
  })
  await write.catch(async (error: unknown) => {
    // The access that was just given belongs to a login that ended meanwhile: it is given back. After any other error
    // the login lives on, and many a provider has one access for the old and the new.
    const ended = isAppError(error) && (error.code === 'conflict' || error.code === 'not_found')
    if (repaired && ended) await provider.revoke({ ...context, secret: linked.secret }).catch(() => false)
    throw error
  })
  return { connectionId }
}

type Attempt = typeof linkAttempts.$inferSelect

function keptSecret(scope: Scope, attempt: Attempt): Secret | null {
  const { secret, secretKey, secretKeyId } = attempt
  if (!secret || !secretKey || !secretKeyId) return null
  return openSecret(place(scope, attempt.id), { secret, secretKey, secretKeyId })
}

const takeAttempt = (scope: Scope, state: string): Promise<Attempt> =>
  withScope(scope, async (tx) => {
    const [attempt] = await tx
      .update(linkAttempts)
      .set({ usedAt: scope.now })
      .where(
        and(
          eq(linkAttempts.householdId, scope.householdId),
          eq(linkAttempts.stateHash, hashOf(state)),
          eq(linkAttempts.userId, scope.userId),
          isNull(linkAttempts.usedAt),
        ),
      )
      .returning()
    if (!attempt || attempt.expiresAt < scope.now)
      throw new AppError('invalid', 'This link was used or has run out. Begin again.', {
        messageKey: 'connections.linkExpired',
      })
    return attempt
  })

/** A second login of the same would bring every row twice, and cost one more at some providers. */
async function refuseTwin(tx: Tx, scope: Scope, provider: string, linked: Linked): Promise<void> {
  if (linked.itemKey === null) return
  const [twin] = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(
        eq(connections.householdId, scope.householdId),
        eq(connections.provider, provider),
        eq(connections.itemKey, linked.itemKey),
        ne(connections.state, 'disconnected'),
      ),
    )
  if (twin) throw new ProviderError('already_linked', 'This login is linked already.')
}

/** A login that was ended while its owner was away at the bank stays ended. */
function requireAlive(row: ConnectionRow): void {
  if (row.state === 'disconnected') throw new AppError('conflict', 'The connection was ended.')
}

async function writeConnection(
  tx: Tx,
  scope: Scope,
  id: string,
  provider: string,
  linked: Linked,
  repair: boolean,
): Promise<void> {
  const values = {
    ...sealSecret(connectionPlace(scope, id), linked.secret),
    itemKey: linked.itemKey,
    institutionId: linked.institutionId,
    institutionName: linked.institutionName,
    consentExpiresAt: linked.consentExpiresAt,
    state: 'ok' as const,
    stateReason: null,
    stateSince: scope.now,
    failures: 0,
    backoffUntil: null,
    nextSyncAt: scope.now,
  }
  if (!repair)
    await tx
      .insert(connections)
      .values({ householdId: scope.householdId, id, ownerId: scope.userId, provider, ...values })
  else await tx.update(connections).set(values).where(ownConnection(scope, id))
}

async function writeConsent(
  tx: Tx,
  scope: Scope,
  connectionId: string,
  attempt: Attempt,
  linked: Linked,
): Promise<void> {
  const consent = attempt.consent as ConsentInput
  const days = Math.min(longestConsentDays, Math.max(1, consent.days))
  const end = new Date(scope.now.getTime() + days * 86_400_000)
  const own = and(eq(consents.householdId, scope.householdId), eq(consents.connectionId, connectionId))
  await tx
    .update(consents)
    .set({ revokedAt: scope.now })
    .where(and(own, isNull(consents.revokedAt)))
  await tx.insert(consents).values({
    householdId: scope.householdId,
    id: newId(),
    connectionId,
    userId: scope.userId,
    provider: attempt.provider,
    data: consent.data,
    purposes: consent.purposes,
    textVersion: consent.textVersion,
    grantedAt: scope.now,
    expiresAt: linked.consentExpiresAt && linked.consentExpiresAt < end ? linked.consentExpiresAt : end,
  })
}
