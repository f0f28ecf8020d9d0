import { expect, test } from './support/test.ts'

test('every page carries its protections and a nonce of its own', async ({ page, baseUrl, signIn }) => {
  await signIn()
  const nonces = new Set<string>()
  for (const path of ['/', '/transactions', '/vi/settings']) {
    const response = await page.goto(baseUrl + path)
    const headers = response?.headers() ?? {}
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("'strict-dynamic'")
    expect(/script-src[^;]*'unsafe-inline'/.test(policy)).toBe(false)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBeTruthy()
    expect(headers['permissions-policy']).toBeTruthy()
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    // What the server sends; chunks that these scripts load are trusted by 'strict-dynamic' and carry none.
    const sent = (await response?.text())?.match(/<script\b[^>]*>/g) ?? []
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((tag) => !/ nonce="[^"]{20,}"/.test(tag))).toEqual([])
  }
  expect(nonces.has('')).toBe(false)
  expect(nonces.size).toBe(3)
})

test('a nonce that the client sends is not taken', async ({ request, baseUrl }) => {
  const response = await request.get(`${baseUrl}/sign-in`, {
    headers: { 'x-nonce': 'chosen', 'content-security-policy': "script-src 'nonce-chosen'" },
  })
  expect(response.headers()['content-security-policy']).not.toContain('chosen')
  expect(await response.text()).not.toContain('nonce="chosen"')
})

test('nobody gets in with a cookie that was made up', async ({ page, context, baseUrl }) => {
  await context.addCookies([{ name: 'sid', value: 'junk', url: baseUrl }])
  await page.goto(`${baseUrl}/transactions`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('no page shows the session', async ({ page, baseUrl, signIn }) => {
  const person = await signIn({ sample: true })
  for (const path of ['/', '/transactions', '/settings/security']) {
    const response = await page.goto(baseUrl + path)
    expect(await response?.text()).not.toContain(person.session)
  }
})
