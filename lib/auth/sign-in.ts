import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { passwords, users } from '#db/schema/users.ts'
import { withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import { clearAttempts, countAttempt, reserveAttempt } from './attempts.ts'
import { recordAuthEvent } from './events.ts'
import { verifyPassphrase } from './password-hash.ts'
import { createSession, endSession } from './session.ts'
import type { Client } from './types.ts'

export type SignIn = { email: string; passphrase: string; keep: boolean }
export type SignedIn = { token: string; expires: Date; locale: string; userId: string }

/** After so many failures in a row a passphrase is no longer accepted; the operator sets a new one (NIST SP 800-63B). */
export const failureLimit = 100

export const emailKey = (email: string): string => email.trim().toLowerCase()

type Known = { userId: string; locale: string; phc: string; usable: boolean }

async function lookUp(email: string): Promise<Known | null> {
  const [row] = await withIdentity((tx) =>
    tx
      .select({ user: users, password: passwords })
      .from(users)
      .innerJoin(passwords, eq(passwords.userId, users.id))
      .where(sql`lower(${users.email}) = ${emailKey(email)}`)
      .limit(1),
  )
  if (!row) return null
  const usable = row.user.status === 'active' && row.password.failures < failureLimit
  return { userId: row.user.id, locale: row.user.locale, phc: row.password.phc, usable }
}

const refused = () =>
  new AppError('unauthenticated', 'The address or the passphrase is not right.', {
    messageKey: 'wrongCredentials',
  })

/**
 * Checks an address and a passphrase and makes a new session; the one the browser had ends. Unknown address, wrong
 * passphrase and disabled profile do the same work and give the same answer. Throws unauthenticated or rate_limited.
 */
export async function signInWithPassphrase(
  input: SignIn,
  client: Client,
  previousToken: string | null,
  now: Date = new Date(),
): Promise<SignedIn> {
  await countAttempt('sign-in-all', 'all', 300, 60, now)
  if (client.ipPrefix) await countAttempt('sign-in-network', client.ipPrefix, 60, 900, now)
  await reserveAttempt('sign-in', emailKey(input.email), now)
  const known = await lookUp(input.email)
  const right = await verifyPassphrase(known?.phc ?? null, input.passphrase)
  if (!known?.usable || !right) {
    await rememberFailure(known?.userId ?? null, client, now)
    throw refused()
  }
  return withIdentity(async (tx) => {
    await tx.update(passwords).set({ failures: 0 }).where(eq(passwords.userId, known.userId))
    await clearAttempts(tx, 'sign-in', emailKey(input.email))
    if (previousToken) await endSession(tx, previousToken)
    const session = await createSession(
      tx,
      { userId: known.userId, amr: ['pwd'], keep: input.keep, client },
      now,
    )
    await recordAuthEvent(tx, 'signed-in', known.userId, client, now)
    return { ...session, locale: known.locale, userId: known.userId }
  })
}

/** The same two statements whether the person exists or not. */
const rememberFailure = (userId: string | null, client: Client, now: Date): Promise<void> =>
  withIdentity(async (tx) => {
    await tx
      .update(passwords)
      .set({ failures: sql`${passwords.failures} + 1` })
      .where(eq(passwords.userId, userId ?? newId()))
    await recordAuthEvent(tx, 'sign-in-failed', userId, client, now)
  })
