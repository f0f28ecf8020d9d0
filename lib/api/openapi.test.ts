import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { endpoints } from './endpoints.ts'
import { openApi } from './openapi.ts'

const routeFile = (path: string) =>
  join(import.meta.dirname, '../../app/api/v1', path.replace(/\{(\w+)\}/g, '[$1]'), 'route.ts')

it.each(endpoints.map((endpoint) => [endpoint.method.toUpperCase(), endpoint.path] as const))(
  '%s %s is served',
  (method, path) => {
    const file = routeFile(path)
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`export const ${method} =`))
  },
)

it('describes every endpoint with its parameters and answers', () => {
  const document = openApi(endpoints, '1.2.3', 'https://money.example.org')
  const text = JSON.stringify(document)
  expect(document.openapi).toBe('3.1.0')
  expect(text).toContain('"url":"https://money.example.org/api/v1"')
  expect(Object.keys(document.paths as object)).toEqual(
    expect.arrayContaining(['/health', '/imports/{id}', '/alert-rules/preview', '/transactions/{id}/split']),
  )
  expect(text).not.toContain('"$schema"')
})

it('lists each call once', () => {
  const calls = endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(calls).size).toBe(calls.length)
})
