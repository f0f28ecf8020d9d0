import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { readMuteToken, signMuteToken } from './mute-token.ts'

const key = Buffer.alloc(32, 7)
const claims = {
  householdId: '01890000-0000-7000-8000-000000000001',
  userId: '01890000-0000-7000-8000-000000000002',
  ruleId: '01890000-0000-7000-8000-000000000003',
}
const token = signMuteToken(claims, key)
const signed = (body: unknown): string => {
  const text = Buffer.from(JSON.stringify(body)).toString('base64url')
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

test('says whom and what it mutes, as often as it is asked', () => {
  expect(readMuteToken(token, key)).toEqual(claims)
  expect(readMuteToken(token, key)).toEqual(claims)
})

test('does not hold for another rule, another key or a changed signature', () => {
  const other = signMuteToken({ ...claims, ruleId: claims.userId }, key)
  const [body] = other.split('.')
  const [, signature = ''] = token.split('.')
  expect(readMuteToken(`${body}.${signature}`, key)).toBeNull()
  expect(readMuteToken(token, Buffer.alloc(32, 8))).toBeNull()
  expect(readMuteToken(`${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`, key)).toBeNull()
})

test.each(['', '.', 'a.b', `${token}.x`, token.replace('.', ''), 'x'.repeat(2000)])('refuses %j', (text) => {
  expect(readMuteToken(text, key)).toBeNull()
})

test('a token signed for something else mutes nothing', () => {
  const body = { h: claims.householdId, u: claims.userId, r: claims.ruleId }
  expect(readMuteToken(signed({ ...body, p: 'mute-rule' }), key)).toEqual(claims)
  expect(readMuteToken(signed({ ...body, p: 'sign-in' }), key)).toBeNull()
  expect(readMuteToken(signed(body), key)).toBeNull()
})
