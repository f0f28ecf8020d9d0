import { expect, test } from 'vitest'
import { isOwnOrigin, isOwnPath } from './origin.ts'

const own = 'https://money.example.org'
const from = (headers: Record<string, string>, publicUrl = own) =>
  isOwnOrigin(new Headers(headers), publicUrl)

test('our own pages may change things', () => {
  expect(from({ origin: own })).toBe(true)
  expect(from({ origin: own, 'sec-fetch-site': 'same-origin' })).toBe(true)
})

test.each([
  [{}],
  [{ origin: 'null' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' }],
  [{ origin: 'https://evil.example', forwarded: 'host=evil.example' }],
  [{ origin: 'http://money.example.org' }],
  [{ origin: 'https://money.example.org.evil.example' }],
  [{ origin: 'https://money.example.org:8443' }],
  [{ origin: own, 'sec-fetch-site': 'cross-site' }],
  [{ origin: own, 'sec-fetch-site': 'same-site' }],
  [{ 'sec-fetch-site': 'same-origin' }],
])('%j may not', (headers) => expect(from(headers)).toBe(false))

test('loopback has several names, on one port', () => {
  const local = 'http://localhost:3000'
  expect(from({ origin: 'http://127.0.0.1:3000' }, local)).toBe(true)
  expect(from({ origin: 'http://127.0.0.1:3001' }, local)).toBe(false)
  expect(from({ origin: 'http://rebound.example:3000' }, local)).toBe(false)
  expect(from({ origin: 'http://127.0.0.1:3000' }, own)).toBe(false)
})

test('only our own paths are addresses to come back to', () => {
  expect(['/', '/settings/security?a=b', '/vi/alerts'].map(isOwnPath)).toEqual([true, true, true])
  const bad = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/a b',
    '/a\n',
  ]
  expect(bad.filter(isOwnPath)).toEqual([])
})
