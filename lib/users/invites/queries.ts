import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { invites, users } from '#db/schema/users.ts'
import { type Tx, withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'

export type Invite = { id: string; createdAt: Date; expiresAt: Date }

/** Throws forbidden unless the scope's person runs this instance. */
export async function requireAdmin(tx: Tx, scope: Scope): Promise<void> {
  const [person] = await tx.select({ isAdmin: users.isAdmin }).from(users).where(eq(users.id, scope.userId))
  if (!person?.isAdmin) throw new AppError('forbidden', 'Only the person who runs this instance may do this.')
}

/** The links that still open the door, newest first. */
export const listInvites = (scope: Scope): Promise<Invite[]> =>
  withIdentity(async (tx) => {
    await requireAdmin(tx, scope)
    return tx
      .select({ id: invites.id, createdAt: invites.createdAt, expiresAt: invites.expiresAt })
      .from(invites)
      .where(and(isNull(invites.usedAt), gt(invites.expiresAt, scope.now)))
      .orderBy(desc(invites.createdAt))
  })
