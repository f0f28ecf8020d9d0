import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessions, users } from '#db/schema/users.ts'
import { withIdentity, withOperator } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import {
  createSession,
  deleteExpiredSessions,
  endOtherSessions,
  endSession,
  hashToken,
  limits,
  readSession,
} from './session.ts'

const client = { ipPrefix: null, userAgent: 'Firefox · Linux' }
const start = new Date('2026-11-23T10:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)
const minute = 60_000

async function signedIn(keep = false) {
  const scope = await createHousehold()
  const session = await withIdentity((tx) =>
    createSession(tx, { userId: scope.userId, amr: ['pwd'], keep, client }, start),
  )
  return { scope, ...session }
}

const rowOf = async (token: string) =>
  (
    await withIdentity((tx) =>
      tx
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, hashToken(token))),
    )
  )[0]

test('the store holds a hash of 256 random bits, never the token', async () => {
  const { token } = await signedIn()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const [dump] = await withIdentity((tx) =>
    tx
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(token))),
  )
  expect(dump?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(dump)).not.toContain(token)
})

test('a token names its person, a made-up one nobody', async () => {
  const { token, scope } = await signedIn()
  const session = await readSession(token, later(1))
  expect(session).toMatchObject({ userId: scope.userId, household: { id: scope.householdId }, amr: ['pwd'] })
  expect(JSON.stringify(session)).not.toContain(token)
  expect(JSON.stringify(session)).not.toContain(hashToken(token))
  expect(await readSession('made-up', later(1))).toBeNull()
  expect(await readSession(hashToken(token), later(1))).toBeNull()
})

test('it ends after half a day without use, and slides while it is used', async () => {
  const idle = await signedIn()
  expect(await readSession(idle.token, later(limits.short.idle))).toBeNull()
  const used = await signedIn()
  await readSession(used.token, later(limits.short.idle - minute))
  expect(await readSession(used.token, later(limits.short.idle + minute))).not.toBeNull()
})

test.each([
  [false, limits.short],
  [true, limits.kept],
])('it ends for good in the end, however much it is used (keep: %s)', async (keep, limit) => {
  const { token, expires } = await signedIn(keep)
  expect(expires).toEqual(later(limit.absolute))
  for (let at = 0; at < limit.absolute; at += limit.idle / 2)
    expect(await readSession(token, later(at))).not.toBeNull()
  expect(await readSession(token, later(limit.absolute))).toBeNull()
})

test('use is written at most once a minute', async () => {
  const { token } = await signedIn()
  await readSession(token, later(minute - 1))
  expect((await rowOf(token))?.lastSeenAt).toEqual(start)
  await readSession(token, later(minute))
  expect((await rowOf(token))?.lastSeenAt).toEqual(later(minute))
})

test('ending one, the others, or disabling the person takes effect at once', async () => {
  const { token, scope } = await signedIn()
  const other = await withIdentity((tx) =>
    createSession(tx, { userId: scope.userId, amr: ['pwd'], keep: true, client }, start),
  )
  const current = await readSession(token, later(1))
  const ended = await withIdentity((tx) => endOtherSessions(tx, scope.userId, current?.sessionId ?? null))
  expect(ended).toHaveLength(1)
  expect(await readSession(other.token, later(2))).toBeNull()
  expect(await readSession(token, later(2))).not.toBeNull()
  await withOperator((tx) => tx.update(users).set({ status: 'disabled' }).where(eq(users.id, scope.userId)))
  expect(await readSession(token, later(3))).toBeNull()
  expect(await withIdentity((tx) => endSession(tx, token))).toBe(scope.userId)
  expect(await withIdentity((tx) => endSession(tx, token))).toBeNull()
})

test('what is over is forgotten', async () => {
  const { token } = await signedIn()
  const kept = await signedIn(true)
  await deleteExpiredSessions(later(limits.short.absolute))
  expect(await rowOf(token)).toBeUndefined()
  expect(await rowOf(kept.token)).toBeDefined()
})
