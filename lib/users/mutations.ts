import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { apiTokens, households, passwords, sessions, users } from '#db/schema/users.ts'
import { bulk, withIdentity, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { clearAttempts, reserveAttempt } from '#lib/auth/attempts.ts'
import { recordAuthEvent } from '#lib/auth/events.ts'
import { passphraseProblem } from '#lib/auth/passphrase.ts'
import { hashPassphrase, verifyPassphrase } from '#lib/auth/password-hash.ts'
import { endOtherSessions } from '#lib/auth/session.ts'
import { emailKey } from '#lib/auth/sign-in.ts'
import { hashApiToken } from '#lib/auth/token.ts'
import type { Client } from '#lib/auth/types.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import { tokenOf } from './queries.ts'
import type { HouseholdInput, PassphraseChange, ProfileInput } from './schema.ts'
import type { CreatedToken, TokenScope } from './types.ts'

export const updateProfile = (scope: Scope, input: ProfileInput): Promise<void> =>
  withScope(scope, async (tx) => {
    await tx.update(users).set({ name: input.name, locale: input.locale }).where(eq(users.id, scope.userId))
    await recordAudit(
      tx,
      scope,
      'profile.updated',
      { type: 'user', id: scope.userId },
      { locale: input.locale },
    )
  })

/** Changes the household's settings. Another start of the month moves rows between periods, so the rollups are made anew. */
export const updateHousehold = (scope: Scope, input: HouseholdInput): Promise<void> =>
  withScope(scope, async (tx) => {
    const [before] = await tx
      .select()
      .from(households)
      .where(eq(households.id, scope.householdId))
      .for('update')
    if (!before) throw notFound('The household')
    await tx.update(households).set(input).where(eq(households.id, scope.householdId))
    const moved = before.monthStartDay !== input.monthStartDay || before.weekendRule !== input.weekendRule
    if (moved) await bulk(tx, 'select rebuild_rollups($1)', [scope.householdId])
    await recordAudit(tx, scope, 'household.updated', { type: 'household', id: scope.householdId }, input)
  })

/** Throws invalid with the problem's key on `field` when the passphrase cannot be used. */
export function requireUsable(passphrase: string, personal: readonly string[], field: string): void {
  const problem = passphraseProblem(passphrase, personal)
  if (problem)
    throw new AppError(
      'invalid',
      `The passphrase cannot be used: ${translatorFor('en', 'errors')(`passphrase_${problem}`)}`,
      {
        errors: [{ path: field, message: `passphrase_${problem}` }],
      },
    )
}

/**
 * Sets a new passphrase after checking the current one, and ends every other session. Throws invalid on `current` or
 * `next`, rate_limited after too many wrong ones.
 */
export async function changePassphrase(
  scope: Scope,
  input: PassphraseChange,
  sessionId: string | null,
  client: Client,
): Promise<{ ended: number }> {
  const [person] = await withIdentity((tx) =>
    tx
      .select({ email: users.email, name: users.name, phc: passwords.phc })
      .from(users)
      .innerJoin(passwords, eq(passwords.userId, users.id))
      .where(eq(users.id, scope.userId)),
  )
  if (!person) throw notFound('The profile')
  await reserveAttempt('passphrase', scope.userId, scope.now)
  if (!(await verifyPassphrase(person.phc, input.current)))
    throw new AppError('invalid', 'The current passphrase is not right.', {
      errors: [{ path: 'current', message: 'wrongPassphrase' }],
    })
  requireUsable(input.next, [person.email, person.name], 'next')
  const phc = await hashPassphrase(input.next)
  return withIdentity(async (tx) => {
    await clearAttempts(tx, 'passphrase', scope.userId)
    await tx
      .update(passwords)
      .set({ phc, failures: 0, changedAt: scope.now })
      .where(eq(passwords.userId, scope.userId))
    const ended = await endOtherSessions(tx, scope.userId, sessionId)
    await recordAuthEvent(tx, 'passphrase-changed', scope.userId, client, scope.now)
    return { ended: ended.length }
  })
}

/**
 * Sets a new passphrase on the operator's word and ends every session of the person; for one who forgot theirs, or whose
 * passphrase was switched off after too many failures. Throws not_found or invalid.
 */
export async function resetPassphrase(
  email: string,
  passphrase: string,
  now: Date = new Date(),
): Promise<void> {
  const [person] = await withIdentity((tx) =>
    tx
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(sql`lower(${users.email}) = ${emailKey(email)}`),
  )
  if (!person) throw notFound(`A profile with the address ${email.trim()}`)
  requireUsable(passphrase, [person.email, person.name], 'passphrase')
  const phc = await hashPassphrase(passphrase)
  await withIdentity(async (tx) => {
    await tx
      .update(passwords)
      .set({ phc, failures: 0, changedAt: now })
      .where(eq(passwords.userId, person.id))
    await clearAttempts(tx, 'sign-in', emailKey(person.email))
    await endOtherSessions(tx, person.id, null)
    await recordAuthEvent(tx, 'passphrase-changed', person.id, { ipPrefix: null, userAgent: null }, now)
  })
}

/** Ends one session of the person; throws not_found for another's. */
export const revokeSession = (scope: Scope, id: string): Promise<void> =>
  withScope(scope, async (tx) => {
    const own = and(eq(sessions.id, id), eq(sessions.userId, scope.userId))
    const ended = await tx.delete(sessions).where(own).returning({ id: sessions.id })
    if (ended.length === 0) throw notFound('The session')
    await recordAudit(tx, scope, 'session.revoked', { type: 'session', id })
  })

/** Ends every session of the person but the one that asks. */
export const revokeOtherSessions = (scope: Scope, sessionId: string): Promise<{ ended: number }> =>
  withScope(scope, async (tx) => {
    const ended = await endOtherSessions(tx, scope.userId, sessionId)
    await recordAudit(
      tx,
      scope,
      'session.others-revoked',
      { type: 'user', id: scope.userId },
      { ended: ended.length },
    )
    return { ended: ended.length }
  })

const tokenPrefix = 'minh_pat_'

export type NewApiToken = { name: string; scopes: TokenScope[]; expiresAt: Date | null }

const mostTokens = 50

/** Makes a token of 256 random bits for the person; the answer holds it in clear this once. `read` is always among the scopes. */
export const createApiToken = (scope: Scope, input: NewApiToken): Promise<CreatedToken> =>
  withScope(scope, async (tx) => {
    const [held] = await tx
      .select({ count: sql<string>`count(*)` })
      .from(apiTokens)
      .where(and(eq(apiTokens.userId, scope.userId), isNull(apiTokens.revokedAt)))
    if (Number(held?.count ?? 0) >= mostTokens)
      throw new AppError('conflict', 'There are too many tokens. Revoke one first.', {
        messageKey: 'tooManyTokens',
      })
    const token = tokenPrefix + randomBytes(32).toString('base64url')
    const scopes: TokenScope[] = input.scopes.includes('write') ? ['read', 'write'] : ['read']
    const [row] = await tx
      .insert(apiTokens)
      .values({
        householdId: scope.householdId,
        id: newId(),
        userId: scope.userId,
        name: input.name,
        tokenHash: hashApiToken(token),
        scopes,
        expiresAt: input.expiresAt,
        createdAt: scope.now,
      })
      .returning()
    if (!row) throw new Error('Invariant: an insert returns its row')
    await recordAudit(tx, scope, 'token.created', { type: 'token', id: row.id }, { name: input.name, scopes })
    return { ...tokenOf(row), token }
  })

/** Revokes a token at once; throws not_found for another's or one revoked before. */
export const revokeApiToken = (scope: Scope, id: string): Promise<void> =>
  withScope(scope, async (tx) => {
    const revoked = await tx
      .update(apiTokens)
      .set({ revokedAt: scope.now })
      .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, scope.userId), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name })
    if (revoked.length === 0) throw notFound('The token')
    await recordAudit(tx, scope, 'token.revoked', { type: 'token', id }, { name: revoked[0]?.name })
  })
