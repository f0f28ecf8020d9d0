import { expect, test } from 'vitest'
import { contentSecurityPolicy, pageHeaders } from './headers.ts'

test('scripts need the nonce; nothing may be evaluated, framed or fetched from elsewhere', () => {
  const policy = contentSecurityPolicy('abc', { development: false, secure: true })
  const script = policy.split('; ').find((part) => part.startsWith('script-src')) ?? ''
  expect(script).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).not.toMatch(/https?:|\*/)
})

test('TLS is demanded only where there is TLS', () => {
  expect(pageHeaders(true)['strict-transport-security']).toBeTruthy()
  expect(pageHeaders(false)['strict-transport-security']).toBeUndefined()
  expect(contentSecurityPolicy('abc', { development: false, secure: false })).not.toContain('upgrade')
})
