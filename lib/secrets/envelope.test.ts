import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { openSecret, rewrapSecret, type SecretPlace, sealSecret } from './envelope.ts'
import { keyIdOf, type MasterKey } from './master-key.ts'
import { secretOf } from './secret.ts'

const keys = vi.hoisted(() => ({ ring: [] as MasterKey[] }))
vi.mock('./master-key.ts', async (original) => ({
  ...(await original<typeof import('./master-key.ts')>()),
  currentMasterKey: () => keys.ring[0],
  masterKeyOf: (id: string) => {
    const found = keys.ring.find((key) => key.id === id)
    if (!found) throw new Error('not here')
    return found
  },
}))

const makeKey = (): MasterKey => {
  const bytes = randomBytes(32)
  return { id: keyIdOf(bytes), bytes }
}
keys.ring.push(makeKey())

const place = (id: string, householdId = 'h1'): SecretPlace => ({ purpose: 'connection', householdId, id })
const canary = 'canary-7f3a-https://user:pass@bridge.test'

test('a secret comes back from its own place only', () => {
  const sealed = sealSecret(place('c1'), secretOf(canary))
  expect(openSecret(place('c1'), sealed).reveal()).toBe(canary)
  const others = [place('c2'), place('c1', 'h2'), { ...place('c1'), purpose: 'link-attempt' as const }]
  for (const other of others) expect(() => openSecret(other, sealed)).toThrow()
})

test('swapping any columns of two secrets opens neither', () => {
  const [a, b] = [sealSecret(place('c1'), secretOf('one')), sealSecret(place('c2'), secretOf('two'))]
  for (const mixed of [{ ...a, secret: b.secret }, { ...a, secretKey: b.secretKey }, b])
    expect(() => openSecret(place('c1'), mixed)).toThrow()
})

test('a changed bit anywhere is noticed', () => {
  const sealed = sealSecret(place('c1'), secretOf('one'))
  for (const column of ['secret', 'secretKey'] as const)
    for (let at = 0; at < sealed[column].length; at++) {
      const bytes = Buffer.from(sealed[column])
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(() => openSecret(place('c1'), { ...sealed, [column]: bytes })).toThrow()
    }
})

test('the same text is never the same bytes', () => {
  const [a, b] = [sealSecret(place('c1'), secretOf('one')), sealSecret(place('c1'), secretOf('one'))]
  expect(a.secret.equals(b.secret)).toBe(false)
  expect(a.secretKey.equals(b.secretKey)).toBe(false)
})

test('after a rotation the new key opens it and the old one need not be there', () => {
  const sealed = sealSecret(place('c1'), secretOf(canary))
  const next = makeKey()
  const moved = { ...sealed, ...rewrapSecret(place('c1'), sealed, next) }
  const before = keys.ring.splice(0, 1, next)
  expect(openSecret(place('c1'), moved).reveal()).toBe(canary)
  expect(() => openSecret(place('c1'), sealed)).toThrow('not here')
  keys.ring.splice(0, 1, ...before)
})

test('nothing that prints a secret says it', () => {
  const secret = secretOf(canary)
  const error = Object.assign(new Error('x', { cause: secret }), { secret })
  const said = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true, getters: true }),
    inspect(error),
    Object.values(secret).map(String).join(),
  ].join('\n')
  expect(said).not.toContain('canary')
  expect(said).toContain('[secret]')
  expect(() => structuredClone(secret)).toThrow()
})
