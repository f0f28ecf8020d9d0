import { expect, test } from 'vitest'
import { isDatabaseAway } from './health.ts'

const failure = (message: string, parts: Record<string, unknown> = {}): Error =>
  Object.assign(new Error(message), parts)

test.each([
  failure('connect', { code: 'ECONNREFUSED' }),
  failure('connect', { code: 'ENOENT', syscall: 'connect' }),
  failure('shutting down', { code: '57P01' }),
  failure('Query read timeout'),
  failure('Connection terminated unexpectedly'),
  failure('wrapped', { cause: failure('x', { code: 'ECONNRESET' }) }),
])('%s means that the database is away', (error) => expect(isDatabaseAway(error)).toBe(true))

test.each([
  failure('no such file', { code: 'ENOENT', syscall: 'open' }),
  failure('duplicate key', { code: '23505' }),
  failure('anything else'),
  'text',
])('%s does not', (error) => expect(isDatabaseAway(error)).toBe(false))
