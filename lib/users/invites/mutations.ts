import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { invites } from '#db/schema/users.ts'
import { type Tx, withIdentity } from '#db/scope.ts'
import { recordAuthEvent } from '#lib/auth/events.ts'
import { hashToken, newToken } from '#lib/auth/session.ts'
import { notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { type Invite, requireAdmin } from './queries.ts'

const lifetime = 7 * 86_400_000
const nowhere = { ipPrefix: null, userAgent: null }

/** A one-time link for one new person, good for a week; `url` is shown this once. Throws forbidden for anyone but the admin. */
export const createInvite = (scope: Scope): Promise<Invite & { url: string }> =>
  withIdentity(async (tx) => {
    await requireAdmin(tx, scope)
    const token = newToken()
    const invite = { id: newId(), createdAt: scope.now, expiresAt: new Date(scope.now.getTime() + lifetime) }
    await tx.insert(invites).values({ ...invite, tokenHash: hashToken(token), createdBy: scope.userId })
    await recordAuthEvent(tx, 'invite-created', scope.userId, nowhere, scope.now)
    return { ...invite, url: `${env().publicUrl}/sign-up?invite=${token}` }
  })

export const revokeInvite = (scope: Scope, id: string): Promise<void> =>
  withIdentity(async (tx) => {
    await requireAdmin(tx, scope)
    const gone = await tx
      .delete(invites)
      .where(and(eq(invites.id, id), isNull(invites.usedAt)))
      .returning({ id: invites.id })
    if (gone.length === 0) throw notFound('The invitation')
    await recordAuthEvent(tx, 'invite-revoked', scope.userId, nowhere, scope.now)
  })

/** Uses an invitation up; false when it is unknown, over or used. Part of the transaction that makes the profile. */
export async function redeemInvite(tx: Tx, token: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(invites)
    .set({ usedAt: now })
    .where(and(eq(invites.tokenHash, hashToken(token)), isNull(invites.usedAt), gt(invites.expiresAt, now)))
    .returning({ id: invites.id })
  return used.length === 1
}
