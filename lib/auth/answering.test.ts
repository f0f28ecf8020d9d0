import { expect, test } from 'vitest'
import { AppError } from '#lib/core/errors.ts'
import { answering, requireOwnOrigin } from './answering.ts'

const post = (headers: Record<string, string>) =>
  new Request('http://localhost:3000/api/x', { method: 'POST', headers })

test.each([
  [{}],
  [{ origin: 'null' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
])('a write with %j is refused', (headers) => {
  expect(() => requireOwnOrigin(post(headers))).toThrow('does not come from this site')
})

test('a write of our own passes, and so does every read', () => {
  requireOwnOrigin(post({ origin: 'http://localhost:3000' }))
  requireOwnOrigin(
    new Request('http://localhost:3000/api/x', { headers: { origin: 'https://evil.example' } }),
  )
})

test('an expected failure is a problem document with when to come back', async () => {
  const response = await answering(post({}), () => {
    throw new AppError('rate_limited', 'Too many requests.', { retryAfterSeconds: 7 })
  })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ status: 429, detail: 'Too many requests.' })
})
