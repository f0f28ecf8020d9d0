import { expect, test } from 'vitest'
import { reportError } from './report-error.ts'

const logged = (error: unknown): string => {
  const lines: string[] = []
  const id = reportError(error, 'test', (line) => lines.push(String(line)) > 0)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id, where: 'test', level: 'error' })
  return lines[0] ?? ''
}

test('a failure of the store is logged by its codes, never with the rows in its message', () => {
  const cause = Object.assign(new Error('duplicate key (payee)=(Blue Bottle 12.34)'), {
    name: 'error',
    severity: 'ERROR',
    code: '23505',
    constraint: 'merchants_pk',
  })
  const error = Object.assign(new Error('Failed query: insert …\nparams: Blue Bottle,1234'), { cause })
  const line = logged(error)
  expect(line).toContain('merchants_pk')
  expect(line).not.toMatch(/Blue Bottle|1234|12\.34/)
})

test('anything can be thrown', () => {
  expect(logged('text')).toContain('"name":"string"')
  expect(logged(new TypeError('x is undefined'))).toContain('x is undefined')
})
