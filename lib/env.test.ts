import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseEnv, providerVariables } from './env.ts'

const parsed = (source: Record<string, string>) => {
  const result = parseEnv(source)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.env
}
const problemsOf = (source: Record<string, string>) => {
  const result = parseEnv(source)
  return result.ok ? [] : result.problems
}

test('nothing set is a working configuration on loopback', () => {
  expect(parsed({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    dataDir: resolve('.data'),
    databaseUrl: null,
    smtpUrl: null,
    masterKeyFile: resolve('.data/secrets/master.key'),
    signup: 'first',
    warnings: [],
  })
})

test('the public address follows the port, and loses its trailing slash', () => {
  expect(parsed({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100')
  expect(parsed({ PUBLIC_URL: 'https://money.example.org/' }).publicUrl).toBe('https://money.example.org')
})

test('the master key follows the data folder', () => {
  expect(parsed({ MINH_DATA_DIR: '/srv/minh' }).masterKeyFile).toBe('/srv/minh/secrets/master.key')
})

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'money.example.org'],
  ['PUBLIC_URL', 'https://example.org/minh'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['DATABASE_URL', 'mysql://x/y'],
  ['SMTP_URL', 'http://mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'A <a@b.c>\r\nBcc: x@y.z'],
  ['SIGNUP', 'closed'],
])('%s=%s is refused by name', (name, value) => {
  const problems = problemsOf({ [name]: value })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(name)
})

test('every problem is told at once, and a secret is not repeated', () => {
  const problems = problemsOf({ SIGNUP: 'x', DATABASE_URL: 'mysql://me:hunter2@db/minh' })
  expect(problems).toHaveLength(2)
  expect(problems.join()).not.toContain('hunter2')
})

test('an empty variable counts as not set', () => {
  expect(parsed({ PORT: '', SIGNUP: ' ' })).toMatchObject({ port: 3000, signup: 'first' })
})

test('plain http on a name that others can reach is warned about', () => {
  expect(parsed({ PUBLIC_URL: 'http://money.example.org' }).warnings.join()).toContain('not https')
  expect(parsed({ PUBLIC_URL: 'http://127.0.0.1:3000' }).warnings).toEqual([])
  expect(parsed({ HOST: '0.0.0.0' }).warnings.join()).toContain('PUBLIC_URL is not set')
})

test('a mail server without a sender is warned about', () => {
  expect(parsed({ SMTP_URL: 'smtp://127.0.0.1:25' }).warnings.join()).toContain('MAIL_FROM')
})

test('a provider’s keys are those of its name, and empty ones are none', () => {
  const source = {
    PLAID_CLIENT_ID: ' id ',
    PLAID_ITEM_LIMIT: '0',
    PLAID_ENV: ' ',
    PLAIDER_X: 'x',
    PAYPAL_SECRET: 's',
  }
  expect(providerVariables('plaid', source)).toEqual({ clientId: 'id', itemLimit: '0' })
  expect(providerVariables('paypal', source)).toEqual({ secret: 's' })
})
