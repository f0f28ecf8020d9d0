import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { imports as en } from '#lib/i18n/messages/en/imports.ts'
import { imports as vi } from '#lib/i18n/messages/vi/imports.ts'

const calls = [
  /(?:warn|skip)\(\s*[\w.]+,\s*'(\w+)'/g,
  /problem\(\s*'\w+',\s*[\w.]+,\s*'(\w+)'/g,
  /code: '(\w+)'/g,
]

it('has words in both languages for every problem that a reader reports', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
  const codes = new Set(
    sources.flatMap((text) =>
      calls.flatMap((call) => [...text.matchAll(call)].map((found) => found[1] ?? '')),
    ),
  )
  expect(codes.size).toBeGreaterThan(20)
  for (const { problems } of [en, vi])
    expect([...codes].filter((code) => !Object.hasOwn(problems, code))).toEqual([])
})
