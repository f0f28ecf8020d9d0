import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { apiTokens, users } from '#db/schema/users.ts'
import { withIdentity, withOperator } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { AppError } from '#lib/core/errors.ts'
import { createApiToken, revokeApiToken } from '#lib/users/mutations.ts'
import { listApiTokens } from '#lib/users/queries.ts'
import { tokenScope } from './token.ts'

const start = new Date('2026-11-23T10:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

const withToken = (token?: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/v1/me', {
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  })

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

async function made(scopes: ('read' | 'write')[] = ['read'], expiresAt: Date | null = null) {
  const scope = await createHousehold({ now: start })
  return { scope, ...(await createApiToken(scope, { name: 'script', scopes, expiresAt })) }
}

test('a token is 256 random bits with a prefix, stored hashed, shown once', async () => {
  const { token, id, scope } = await made()
  expect(token).toMatch(/^minh_pat_[\w-]{43}$/)
  const [row] = await withIdentity((tx) => tx.select().from(apiTokens).where(eq(apiTokens.id, id)))
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify([row, await listApiTokens(scope)])).not.toContain(token)
})

test('it opens its own household, as far as its scopes go', async () => {
  const reader = await made(['read'])
  const writer = await made(['write'])
  const scope = await tokenScope(withToken(reader.token), 'read', start)
  expect(scope).toMatchObject({
    householdId: reader.scope.householdId,
    userId: reader.scope.userId,
    actor: 'token',
  })
  expect(await codeOf(tokenScope(withToken(reader.token), 'write', start))).toBe('forbidden')
  expect(await codeOf(tokenScope(withToken(writer.token), 'write', start))).toBe('ok')
  expect(await codeOf(tokenScope(withToken(writer.token), 'read', start))).toBe('ok')
})

test('missing, malformed, unknown, expired, revoked and a disabled person are all the same', async () => {
  const expired = await made(['read'], later(1000))
  const revoked = await made()
  const disabled = await made()
  await revokeApiToken(revoked.scope, revoked.id)
  await withOperator((tx) =>
    tx.update(users).set({ status: 'disabled' }).where(eq(users.id, disabled.scope.userId)),
  )
  const requests = [
    withToken(),
    withToken('minh_pat_short'),
    withToken(`minh_pat_${'A'.repeat(43)}`),
    withToken(expired.token),
    withToken(revoked.token),
    withToken(disabled.token),
    withToken(undefined, { cookie: `sid=${revoked.token}` }),
  ]
  for (const request of requests)
    expect(await codeOf(tokenScope(request, 'read', later(1000)))).toBe('unauthenticated')
  expect(await codeOf(tokenScope(withToken(expired.token), 'read', later(999)))).toBe('ok')
})

test('last use is written at most once a minute', async () => {
  const { token, scope } = await made()
  const lastUse = async () => (await listApiTokens(scope))[0]?.lastUsedAt
  await tokenScope(withToken(token), 'read', start)
  await tokenScope(withToken(token), 'read', later(59_999))
  expect(await lastUse()).toEqual(start)
  await tokenScope(withToken(token), 'read', later(60_000))
  expect(await lastUse()).toEqual(later(60_000))
})

test('a token that is used too much has to wait, others do not', async () => {
  const busy = await made()
  const calm = await made()
  const at = later(3_600_000)
  const codes = new Set<string>()
  for (let count = 0; count < 601; count++)
    codes.add(await codeOf(tokenScope(withToken(busy.token), 'read', at)))
  expect(codes).toEqual(new Set(['ok', 'rate_limited']))
  expect(await codeOf(tokenScope(withToken(calm.token), 'read', at))).toBe('ok')
})

test('nobody revokes the token of another', async () => {
  const { id, token } = await made()
  const stranger = await createHousehold({ now: start })
  expect(await codeOf(revokeApiToken(stranger, id))).toBe('not_found')
  expect(await codeOf(tokenScope(withToken(token), 'read', start))).toBe('ok')
})
