import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEvents } from '#db/schema/audit.ts'
import { passwords } from '#db/schema/users.ts'
import { withIdentity, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { createSession, readSession } from '#lib/auth/session.ts'
import { failureLimit, signInWithPassphrase } from '#lib/auth/sign-in.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { createProfile } from '#lib/onboarding/mutations.ts'
import {
  changePassphrase,
  resetPassphrase,
  revokeSession,
  updateHousehold,
  updateProfile,
} from './mutations.ts'
import { getProfile, listDoorEvents, listSessions } from './queries.ts'

const client = { ipPrefix: null, userAgent: null }
const old = 'seven herons count the ferry lights'
const fresh = 'nine otters borrow a red umbrella'

const session = (scope: Scope) =>
  withIdentity((tx) => createSession(tx, { userId: scope.userId, amr: ['pwd'], keep: true, client }))

const errorOf = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => expect.unreachable('it should be refused'),
    (error: unknown) => (error instanceof AppError ? error : expect.unreachable(String(error))),
  )

async function person() {
  const email = `${newId()}@example.test`
  const input = {
    email,
    passphrase: old,
    name: 'Lan',
    locale: 'en',
    currency: 'USD',
    timeZone: 'UTC',
  } as const
  return { email, scope: await createProfile(input) }
}

test('settings are kept with a line in the log', async () => {
  const scope = await createHousehold()
  await updateProfile(scope, { name: 'Lan', locale: 'vi' })
  const household = {
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    monthStartDay: 25,
    weekendRule: 'before',
  } as const
  await updateHousehold(scope, household)
  expect(await getProfile(scope)).toMatchObject({ name: 'Lan', locale: 'vi', household })
  const lines = await withScope(scope, (tx) => tx.select({ action: auditEvents.action }).from(auditEvents))
  expect(lines.map((line) => line.action).sort()).toEqual(['household.updated', 'profile.updated'])
})

test('a new passphrase ends every session but the one that asks', async () => {
  const { email, scope } = await person()
  const [here, elsewhere] = [await session(scope), await session(scope)]
  const current = (await readSession(here.token))?.sessionId ?? null
  expect(await changePassphrase(scope, { current: old, next: fresh }, current, client)).toEqual({ ended: 1 })
  expect(await readSession(here.token)).not.toBeNull()
  expect(await readSession(elsewhere.token)).toBeNull()
  const signIn = (passphrase: string) =>
    signInWithPassphrase({ email, passphrase, keep: false }, client, null)
  expect((await errorOf(signIn(old))).code).toBe('unauthenticated')
  expect((await signIn(fresh)).userId).toBe(scope.userId)
  expect((await listDoorEvents(scope)).map((event) => event.event)).toContain('passphrase-changed')
})

test('a wrong current passphrase or an unusable new one changes nothing', async () => {
  const { email, scope } = await person()
  const change = (current: string, next: string) =>
    errorOf(changePassphrase(scope, { current, next }, null, client))
  expect((await change('not it at all', fresh)).details.errors).toEqual([
    { path: 'current', message: 'wrongPassphrase' },
  ])
  expect((await change(old, email)).details.errors?.[0]?.path).toBe('next')
  expect((await change(old, 'short')).details.errors?.[0]?.message).toBe('passphrase_tooShort')
})

test('the operator brings back a passphrase that was switched off', async () => {
  const { email, scope } = await person()
  const { token } = await session(scope)
  await withIdentity((tx) =>
    tx.update(passwords).set({ failures: failureLimit }).where(eq(passwords.userId, scope.userId)),
  )
  await resetPassphrase(email.toUpperCase(), fresh)
  expect(await readSession(token)).toBeNull()
  const back = await signInWithPassphrase({ email, passphrase: fresh, keep: false }, client, null)
  expect(back.userId).toBe(scope.userId)
  expect((await errorOf(resetPassphrase('nobody@example.test', fresh))).code).toBe('not_found')
})

test('nobody ends the session of another', async () => {
  const mine = await createHousehold()
  const { token } = await session(mine)
  const id = (await readSession(token))?.sessionId ?? ''
  const stranger = await createHousehold()
  expect((await errorOf(revokeSession(stranger, id))).code).toBe('not_found')
  expect(await listSessions(stranger, null)).toEqual([])
  expect(await listSessions(mine, id)).toMatchObject([{ id, current: true }])
  await revokeSession(mine, id)
  expect(await readSession(token)).toBeNull()
})
