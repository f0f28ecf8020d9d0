import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { authEvents, passwords, users } from '#db/schema/users.ts'
import { withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import { createProfile } from '#lib/onboarding/mutations.ts'
import { reserveAttempt, waitAfter } from './attempts.ts'
import { readSession } from './session.ts'
import { failureLimit, signInWithPassphrase } from './sign-in.ts'

const verify = vi.hoisted(() => vi.fn())
vi.mock('@node-rs/argon2', async (original) => {
  const library = await original<typeof import('@node-rs/argon2')>()
  verify.mockImplementation(library.verify)
  return { ...library, verify }
})

const client = { ipPrefix: null, userAgent: null }
const passphrase = 'seven herons count the ferry lights'
let second = Date.parse('2026-11-23T10:00:00Z')

/** Each call a quarter of an hour later, so that tests of one address do not wait for each other. */
function next(): Date {
  second += 901_000
  return new Date(second)
}

const address = () => `${newId()}@example.test`

async function person() {
  const email = address()
  const scope = await createProfile(
    { email, passphrase, name: 'Test Person', locale: 'en', currency: 'USD', timeZone: 'UTC' },
    'cli',
    next(),
  )
  return { email, scope }
}

const attempt = (email: string, phrase: string, now = next(), previous: string | null = null) =>
  signInWithPassphrase({ email, passphrase: phrase, keep: false }, client, previous, now)

const refusal = async (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => expect.unreachable('it should be refused'),
    (error: unknown) => (error instanceof AppError ? error : expect.unreachable(String(error))),
  )

afterEach(() => verify.mockClear())

test('the right passphrase makes a session, whatever the case of the address', async () => {
  const { email, scope } = await person()
  const now = next()
  const { token } = await attempt(email.toUpperCase(), passphrase, now)
  expect((await readSession(token, now))?.userId).toBe(scope.userId)
})

test('signing in again is a new session, and the one before is over', async () => {
  const { email } = await person()
  const first = await attempt(email, passphrase)
  const now = next()
  const again = await attempt(email, passphrase, now, first.token)
  expect(again.token).not.toBe(first.token)
  expect(await readSession(first.token, now)).toBeNull()
  expect(await readSession(again.token, now)).not.toBeNull()
})

test('unknown, wrong, disabled and worn out give one answer for the same work', async () => {
  const known = await person()
  const disabled = await person()
  const worn = await person()
  await withIdentity(async (tx) => {
    await tx.update(users).set({ status: 'disabled' }).where(eq(users.id, disabled.scope.userId))
    await tx.update(passwords).set({ failures: failureLimit }).where(eq(passwords.userId, worn.scope.userId))
  })
  const tries = [
    [address(), passphrase],
    [known.email, 'not the passphrase'],
    [disabled.email, passphrase],
    [worn.email, passphrase],
  ] as const
  const answers: unknown[] = []
  for (const [email, phrase] of tries) {
    verify.mockClear()
    const { code, message, details } = await refusal(attempt(email, phrase))
    answers.push({ code, message, details, hashes: verify.mock.calls.length })
  }
  expect(answers[0]).toMatchObject({ code: 'unauthenticated', hashes: 1 })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('an unknown address is remembered without a person', async () => {
  const at = next()
  await refusal(attempt(address(), passphrase, at))
  const events = await withIdentity((tx) => tx.select().from(authEvents).where(eq(authEvents.at, at)))
  expect(events).toMatchObject([{ event: 'sign-in-failed', userId: null }])
})

test('tries slow down after five, for people who exist and who do not', async () => {
  for (const email of [(await person()).email, address()]) {
    const now = next()
    for (let count = 0; count < 5; count++)
      expect((await refusal(attempt(email, 'wrong wrong wrong', now))).code).toBe('unauthenticated')
    const sixth = await refusal(attempt(email, passphrase, now))
    expect(sixth.code).toBe('rate_limited')
    expect(sixth.details.retryAfterSeconds).toBe(1)
  }
})

test('parallel tries do not slip through', async () => {
  const now = next()
  const value = address()
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => reserveAttempt('sign-in', value, now)),
  )
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(5)
})

test('the wait doubles, up to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 9, 20, 99].map(waitAfter)).toEqual([0, 0, 1, 2, 16, 900, 900])
})

test('a success clears the slate', async () => {
  const { email, scope } = await person()
  const now = next()
  for (let count = 0; count < 4; count++) await refusal(attempt(email, 'wrong wrong wrong', now))
  await attempt(email, passphrase, now)
  const [row] = await withIdentity((tx) =>
    tx.select().from(passwords).where(eq(passwords.userId, scope.userId)),
  )
  expect(row?.failures).toBe(0)
  for (let count = 0; count < 5; count++)
    expect((await refusal(attempt(email, 'wrong wrong wrong', now))).code).toBe('unauthenticated')
})

test('one network gets sixty tries in a quarter of an hour', async () => {
  const now = next()
  const from = { ipPrefix: '203.0.113.0/24', userAgent: null }
  const all = { email: '', passphrase: 'x', keep: false }
  verify.mockResolvedValue(false)
  for (let count = 0; count < 60; count++)
    await refusal(signInWithPassphrase({ ...all, email: address() }, from, null, now))
  expect((await refusal(signInWithPassphrase({ ...all, email: address() }, from, null, now))).code).toBe(
    'rate_limited',
  )
})
