import { count, eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { alertRules } from '#db/schema/alerts.ts'
import { categories } from '#db/schema/categories.ts'
import { households, passwords, users } from '#db/schema/users.ts'
import { withIdentity, withOperator, withScope } from '#db/scope.ts'
import { hashToken, readSession } from '#lib/auth/session.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type Env, env } from '#lib/env.ts'
import { setupToken } from '#lib/secrets/setup-token.ts'
import { createInvite } from '#lib/users/invites/mutations.ts'
import { anyoneExists, getProfile } from '#lib/users/queries.ts'
import { createProfile, signUp } from './mutations.ts'
import { isSetupToken } from './setup-token.ts'

const client = { ipPrefix: null, userAgent: null }
const passphrase = 'seven herons count the ferry lights'
const settings = (signup: Env['signup']): Env => ({ ...env(), signup })

const input = (change: { name?: string; proof?: string; email?: string; passphrase?: string } = {}) => ({
  email: `${newId()}@example.test`,
  passphrase,
  name: 'Lan',
  locale: 'vi' as const,
  currency: 'VND',
  timeZone: 'Asia/Ho_Chi_Minh',
  keep: false,
  ...change,
})

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

async function admin(): Promise<Scope> {
  const { keep: _, ...profile } = input()
  const scope = await createProfile(profile)
  await withOperator((tx) => tx.update(users).set({ isAdmin: true }).where(eq(users.id, scope.userId)))
  return scope
}

test('a profile comes with a household, its categories and its alert rules, and a session', async () => {
  await admin()
  const { token, scope } = await signUp(input(), client, null, settings('open'))
  expect(await readSession(token)).toMatchObject({ userId: scope.userId, isAdmin: false })
  expect(await getProfile(scope)).toMatchObject({
    name: 'Lan',
    locale: 'vi',
    household: { name: 'Gia đình Lan', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', role: 'owner' },
  })
  const counts = await withScope(scope, async (tx) => [
    (await tx.select({ n: count() }).from(categories))[0]?.n ?? 0,
    (await tx.select({ n: count() }).from(alertRules))[0]?.n ?? 0,
  ])
  expect(counts.every((n) => n > 3)).toBe(true)
  const [stored] = await withIdentity((tx) =>
    tx.select().from(passwords).where(eq(passwords.userId, scope.userId)),
  )
  expect(stored?.phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('nothing is left of a sign-up that is refused', async () => {
  await admin()
  const name = `Refused ${newId().slice(-12)}`
  const refused = (more: Parameters<typeof input>[0], signup: Parameters<typeof settings>[0]) =>
    codeOf(signUp(input({ name, ...more }), client, null, settings(signup)))
  expect(await refused({ passphrase: 'short' }, 'open')).toBe('invalid')
  expect(await refused({}, 'first')).toBe('forbidden')
  expect(await refused({ proof: 'made-up' }, 'invite')).toBe('forbidden')
  const left = await withOperator(async (tx) => [
    await tx.$count(users, eq(users.name, name)),
    await tx.$count(households, like(households.name, `%${name}%`)),
  ])
  expect(left).toEqual([0, 0])
})

test('one address, one profile, whatever its case', async () => {
  await admin()
  const first = input()
  await signUp(first, client, null, settings('open'))
  expect(
    await codeOf(signUp({ ...first, email: first.email.toUpperCase() }, client, null, settings('open'))),
  ).toBe('conflict')
})

test('an invitation lets one person in, once, and is stored hashed', async () => {
  const owner = await admin()
  const invite = await createInvite(owner)
  const code = new URL(invite.url).searchParams.get('invite') ?? ''
  expect(invite.url.startsWith(`${env().publicUrl}/sign-up?`)).toBe(true)
  const dump = await withOperator((tx) => tx.execute('select * from invites'))
  expect(JSON.stringify(dump.rows)).not.toContain(code)
  expect(JSON.stringify(dump.rows)).toContain(hashToken(code))
  const both = [input({ proof: code }), input({ proof: code })]
  const codes = await Promise.all(both.map((one) => codeOf(signUp(one, client, null, settings('invite')))))
  expect(codes.sort()).toEqual(['forbidden', 'ok'])
})

test('a failed sign-up does not use an invitation up, and it ends after a week', async () => {
  const owner = await admin()
  const code = new URL((await createInvite(owner)).url).searchParams.get('invite') ?? ''
  const taken = (await getProfile(owner)).email
  expect(await codeOf(signUp(input({ proof: code, email: taken }), client, null, settings('invite')))).toBe(
    'conflict',
  )
  const late = new Date(owner.now.getTime() + 8 * 86_400_000)
  expect(await codeOf(signUp(input({ proof: code }), client, null, settings('invite'), late))).toBe(
    'forbidden',
  )
  expect(await codeOf(signUp(input({ proof: code }), client, null, settings('invite')))).toBe('ok')
})

test('only the one who runs the instance invites', async () => {
  await admin()
  const { scope } = await signUp(input(), client, null, settings('open'))
  expect(await codeOf(createInvite(scope))).toBe('forbidden')
})

test('the set-up token is compared whole', () => {
  const token = setupToken()
  expect(isSetupToken(token)).toBe(true)
  expect(isSetupToken(` ${token}\n`)).toBe(true)
  expect([token.slice(0, -1), `${token}x`, ''].filter(isSetupToken)).toEqual([])
})

test('somebody is here now', async () => {
  await admin()
  expect(await anyoneExists()).toBe(true)
})
