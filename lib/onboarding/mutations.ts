import 'server-only'
import { sql } from 'drizzle-orm'
import { households, memberships, passwords, users } from '#db/schema/users.ts'
import { bulk, type Tx, withOperator } from '#db/scope.ts'
import { seedAlertRules } from '#lib/alerts/mutations.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { countAttempt } from '#lib/auth/attempts.ts'
import { recordAuthEvent } from '#lib/auth/events.ts'
import { makeScope } from '#lib/auth/make-scope.ts'
import { hashPassphrase } from '#lib/auth/password-hash.ts'
import { createSession, endSession } from '#lib/auth/session.ts'
import type { Client } from '#lib/auth/types.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Actor, Scope } from '#lib/core/scope.ts'
import { type Env, env } from '#lib/env.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import { discardSetupToken } from '#lib/secrets/setup-token.ts'
import { redeemInvite } from '#lib/users/invites/mutations.ts'
import { requireUsable } from '#lib/users/mutations.ts'
import { gateFor } from './queries.ts'
import type { NewProfile, SignUpInput } from './schema.ts'
import { isSetupToken } from './setup-token.ts'

const taken = () =>
  new AppError('conflict', 'There is a profile with this address already.', { messageKey: 'signUpFailed' })

/** Whether nobody is here yet. The lock makes two who come first at once come one after the other. */
async function isFirst(tx: Tx): Promise<boolean> {
  await bulk(tx, 'lock table users in share row exclusive mode', [])
  return (await tx.select({ id: users.id }).from(users).limit(1)).length === 0
}

/** The rows of a new person: themselves, a household of their own with its categories and alert rules, the passphrase. */
async function writeProfile(
  tx: Tx,
  input: NewProfile,
  phc: string,
  isAdmin: boolean,
  actor: Actor,
  now: Date,
): Promise<Scope> {
  const [known] = await tx
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${input.email})`)
  if (known) throw taken()
  const { name, email, locale, currency, timeZone } = input
  const scope = makeScope(
    {
      householdId: newId(),
      userId: newId(),
      locale,
      timeZone,
      currency,
      monthStartDay: 1,
      weekendRule: 'none',
    },
    actor,
    now,
  )
  const { householdId, userId } = scope
  const householdName = translatorFor(locale, 'settings')('householdNameOf', { name })
  await tx.insert(users).values({ id: userId, email, name, locale, isAdmin, createdAt: now })
  await tx.insert(passwords).values({ userId, phc, changedAt: now })
  await tx
    .insert(households)
    .values({ id: householdId, name: householdName, currency, timeZone, createdAt: now })
  await tx.insert(memberships).values({ householdId, userId, role: 'owner', createdAt: now })
  await seedCategories(tx, scope)
  await seedAlertRules(tx, scope)
  await recordAudit(tx, scope, 'profile.created', { type: 'user', id: userId })
  return scope
}

/**
 * Makes a profile on the operator's word, whatever SIGNUP says; for the command line and tests. The first one runs the
 * instance. Throws invalid (passphrase) or conflict (address taken).
 */
export async function createProfile(
  input: NewProfile,
  actor: Actor = 'cli',
  now: Date = new Date(),
): Promise<Scope> {
  requireUsable(input.passphrase, [input.email, input.name], 'passphrase')
  const phc = await hashPassphrase(input.passphrase)
  const scope = await withOperator(async (tx) => writeProfile(tx, input, phc, await isFirst(tx), actor, now))
  discardSetupToken()
  return scope
}

/**
 * Signs a visitor up through the gate of this instance and makes their session. One transaction: an invitation is used up
 * only with the profile it made. Operator's rights, because no household exists yet that a scope could be for.
 */
export async function signUp(
  input: SignUpInput,
  client: Client,
  previousToken: string | null,
  settings: Env = env(),
  now: Date = new Date(),
): Promise<{ token: string; expires: Date; scope: Scope }> {
  await countAttempt('sign-up-all', 'all', 60, 3600, now)
  if (client.ipPrefix) await countAttempt('sign-up-network', client.ipPrefix, 10, 3600, now)
  requireUsable(input.passphrase, [input.email, input.name], 'passphrase')
  const phc = await hashPassphrase(input.passphrase)
  const made = await withOperator(async (tx) => {
    const first = await isFirst(tx)
    await passGate(tx, gateFor(settings, first), input.proof ?? '', now)
    const scope = await writeProfile(tx, input, phc, first, 'session', now)
    if (previousToken) await endSession(tx, previousToken)
    const session = await createSession(
      tx,
      { userId: scope.userId, amr: ['pwd'], keep: input.keep, client },
      now,
    )
    await recordAuthEvent(tx, 'signed-up', scope.userId, client, now)
    return { ...session, scope }
  })
  discardSetupToken()
  return made
}

async function passGate(tx: Tx, gate: ReturnType<typeof gateFor>, proof: string, now: Date): Promise<void> {
  if (gate === 'closed')
    throw new AppError('forbidden', 'This instance takes no new profiles.', { messageKey: 'signUpClosed' })
  if (gate === 'setupToken' && !isSetupToken(proof))
    throw new AppError('invalid', 'The set-up token is not right.', {
      errors: [{ path: 'proof', message: 'setupTokenWrong' }],
    })
  if (gate === 'invite' && !(await redeemInvite(tx, proof, now)))
    throw new AppError('forbidden', 'The invitation is not valid.', { messageKey: 'inviteInvalid' })
}
