import { createHash } from 'node:crypto'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { idempotencyKeys } from '#db/schema/users.ts'
import { withScope } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'

export type Answer = { status: number; body: string }

const keyShape = /^[\x21-\x7e]{1,200}$/

/** What must be the same for two requests to be the same: method, path and the bytes of the body. */
export const requestHash = (method: string, path: string, body: Uint8Array | string): string =>
  createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex')

const running = (): AppError =>
  new AppError('conflict', 'A request with this Idempotency-Key is still running. Ask again in a moment.')

const otherBody = (): AppError =>
  new AppError('conflict', 'This Idempotency-Key was used with another request. Take a new key.')

/** No request runs longer; one that has no answer by then died with its process. */
const longestRun = '10 minutes'

/** With the embedded store one process answers requests: what was under way before it started is over. */
const processStart = (): Date => new Date(env().databaseUrl === null ? performance.timeOrigin : 0)

/** Claims the key; null when this request is the first (or the first that lives), else the answer the first one got. */
async function claim(scope: Scope, key: string, hash: string): Promise<Answer | null> {
  return withScope(scope, async (tx) => {
    const own = and(eq(idempotencyKeys.userId, scope.userId), eq(idempotencyKeys.key, key))
    await tx
      .delete(idempotencyKeys)
      .where(
        and(
          own,
          or(
            lt(idempotencyKeys.createdAt, sql`now() - interval '24 hours'`),
            and(
              isNull(idempotencyKeys.status),
              eq(idempotencyKeys.requestHash, hash),
              or(
                lt(idempotencyKeys.createdAt, sql`now() - ${longestRun}::interval`),
                lt(idempotencyKeys.createdAt, processStart()),
              ),
            ),
          ),
        ),
      )
    const inserted = await tx
      .insert(idempotencyKeys)
      .values({ householdId: scope.householdId, userId: scope.userId, key, requestHash: hash })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key })
    if (inserted.length > 0) return null
    const [known] = await tx.select().from(idempotencyKeys).where(own)
    if (!known) throw running()
    if (known.requestHash !== hash) throw otherBody()
    if (known.status === null || known.body === null) throw running()
    return { status: known.status, body: known.body }
  })
}

/**
 * Runs `work` once per key and body within 24 hours; later calls get the first answer. A failed run frees the key.
 * Throws `conflict` while the first one runs, or when the key came with another body.
 */
export async function idempotent(
  scope: Scope,
  key: string | null,
  hash: () => string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return work()
  if (!keyShape.test(key))
    throw new AppError('invalid', 'Idempotency-Key must be 1 to 200 visible ASCII characters.')
  const known = await claim(scope, key, hash())
  if (known) return known
  const own = and(eq(idempotencyKeys.userId, scope.userId), eq(idempotencyKeys.key, key))
  try {
    const answer = await work()
    await withScope(scope, (tx) => tx.update(idempotencyKeys).set(answer).where(own))
    return answer
  } catch (error) {
    await withScope(scope, (tx) => tx.delete(idempotencyKeys).where(own))
    throw error
  }
}
