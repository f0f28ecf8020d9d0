import 'server-only'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { rateLimits } from '#db/schema/users.ts'
import { bulk, type Tx, withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'

const keyOf = (purpose: string, value: string): string =>
  `${purpose}:${createHash('sha256').update(`${purpose}\n${value}`).digest('hex')}`

const tooMany = (seconds: number): AppError =>
  new AppError('rate_limited', 'Too many attempts.', {
    messageKey: 'tooManyAttempts',
    retryAfterSeconds: Math.max(1, Math.ceil(seconds)),
  })

/** Counts one attempt in a fixed window shared by every process; throws rate_limited beyond `limit`. */
export async function countAttempt(
  purpose: string,
  value: string,
  limit: number,
  windowSeconds: number,
  now: Date,
): Promise<void> {
  const [row] = await withIdentity((tx) =>
    bulk<{ count: number; window_start: Date }>(
      tx,
      `insert into rate_limits as r (key, window_start, count) values ($1, $2::timestamptz, 1)
       on conflict (key) do update set
         count = case when r.window_start <= $2::timestamptz - make_interval(secs => $3) then 1 else r.count + 1 end,
         window_start = case when r.window_start <= $2::timestamptz - make_interval(secs => $3) then $2::timestamptz else r.window_start end
       returning count, window_start`,
      [keyOf(purpose, value), now.toISOString(), windowSeconds],
    ),
  )
  if (row && row.count > limit)
    throw tooMany(windowSeconds - (now.getTime() - row.window_start.getTime()) / 1000)
}

const freeTries = 5
const longestWait = 900
const forgetAfterHours = 24

/** Seconds to wait after `count` attempts in a row: none for the first five, then 1, 2, 4 … up to a quarter of an hour. */
export const waitAfter = (count: number): number =>
  count < freeTries ? 0 : Math.min(longestWait, 2 ** Math.min(count - freeTries, 20))

/**
 * Takes the next try for one account, or throws rate_limited. Counted before the passphrase is checked, so that tries in
 * parallel do not slip through; `clearAttempts` after a success. Here `window_start` is the time of the latest try.
 */
export async function reserveAttempt(purpose: string, value: string, now: Date): Promise<void> {
  const key = keyOf(purpose, value)
  await withIdentity(async (tx) => {
    const taken = await bulk<{ count: number }>(
      tx,
      `insert into rate_limits as r (key, window_start, count) values ($1, $2::timestamptz, 1)
       on conflict (key) do update set
         count = case when r.window_start < $2::timestamptz - make_interval(hours => $6) then 1 else r.count + 1 end,
         window_start = $2::timestamptz
       where r.count < $3 or r.window_start
         + make_interval(secs => least($4, power(2, least(r.count - $5, 20)))) <= $2::timestamptz
       returning count`,
      [key, now.toISOString(), freeTries, longestWait, freeTries, forgetAfterHours],
    )
    if (taken.length > 0) return
    const [row] = await tx.select().from(rateLimits).where(eq(rateLimits.key, key))
    const passed = row ? (now.getTime() - row.windowStart.getTime()) / 1000 : 0
    throw tooMany(waitAfter(row?.count ?? 0) - passed)
  })
}

export const clearAttempts = (tx: Tx, purpose: string, value: string) =>
  tx.delete(rateLimits).where(eq(rateLimits.key, keyOf(purpose, value)))
