import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const order =
  'audit queue users privacy mail fx categories merchants rules accounts transactions imports connections recurring spending budgets receipts orders alerts assistant demo jobs onboarding api ops'.split(
    ' ',
  )
const foundations = new Set(['core', 'i18n', 'auth', 'secrets'])

type Source = { path: string; text: string; imports: string[] }

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : []
  })
}

const specifier =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|\n?import\s+'([^']+)'/g

function target(path: string, text: string): string {
  if (text.startsWith('#')) return text.slice(1)
  return text.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), text)) : text
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(specifier)].map((match) =>
    target(path, match[1] ?? match[2] ?? match[3] ?? ''),
  )
  return { path, text, imports }
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')
const all = ['app', 'components', 'lib', 'db', 'cli'].flatMap(walk).map(read)
const sources = all.filter((source) => !isTest(source.path))

const domainOf = (path: string): string | null => /^lib\/([\w-]+)\//.exec(path)?.[1] ?? null

function offenders(test: (source: Source) => string | null | false): string[] {
  return sources.flatMap((source) => {
    const rule = test(source)
    return rule ? [`${source.path}: ${rule}`] : []
  })
}

describe('the house', () => {
  it('lets only lib import the store, and nothing but foundations be imported by core', () => {
    const found = offenders(({ path, imports }) => {
      const store = imports.find((name) => name.startsWith('db/'))
      if (store && /^(app|components)\//.test(path)) return `imports ${store}; only lib may import db`
      const outside = imports.find(
        (name) => /^(lib|db|components|app)\//.test(name) && !name.startsWith('lib/core/'),
      )
      if (path.startsWith('lib/core/') && outside) return `imports ${outside}; lib/core imports nothing`
      const upward = imports.find((name) => /^(app|components)\//.test(name))
      if (/^(lib|db)\//.test(path) && upward)
        return `imports ${upward}; lib and db never import pages or components`
      return null
    })
    expect(found).toEqual([])
  })

  it('lets a domain import only those before it', () => {
    const found = offenders(({ path, imports }) => {
      const own = domainOf(path)
      if (!own || foundations.has(own)) return null
      if (!order.includes(own)) return `is in a domain that is not in the ordered list: ${own}`
      const wrong = imports.map(domainOf).find((other) => {
        return other && other !== own && !foundations.has(other) && order.indexOf(other) > order.indexOf(own)
      })
      return wrong ? `imports ${wrong}, which comes after ${own}` : null
    })
    expect(found).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(sources.map((source) => [source.path, source.imports]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })
})

describe('single owners', () => {
  const only = (pattern: RegExp, owners: RegExp, rule: string) => () => {
    const found = offenders(({ path, text }) => {
      const match = pattern.exec(text)
      return match && !owners.test(path) ? `has '${match[0].trim()}'; ${rule}` : null
    })
    expect(found).toEqual([])
  }

  it(
    'only lib/auth imports next-auth',
    only(/from 'next-auth[^']*'/, /^lib\/auth\//, 'only lib/auth may import next-auth'),
  )
  it(
    'only lib/env.ts reads the environment',
    only(/process\.env\b/, /^lib\/env\.ts$/, 'only lib/env.ts may read process.env'),
  )
  it(
    'only format.ts formats',
    only(
      /\bIntl\.|\.toLocaleString\(|\.toFixed\(/,
      /^lib\/i18n\/|^lib\/core\/calendar\.ts$/,
      'only lib/i18n may call Intl, toLocaleString or toFixed',
    ),
  )
  it(
    'only db/scope.ts opens a transaction or sets a role',
    only(
      /\.transaction\(|['"`]begin['"`]|set_config\('role'/i,
      /^db\/(scope|migrate)\.ts$|^db\/embedded\//,
      'only db/scope.ts may open a transaction',
    ),
  )
  it(
    'nobody fetches',
    only(/(?<![.\w])fetch\(/, /^components\/|^cli\//, 'outbound requests go through lib/privacy/egress.ts'),
  )
  it(
    'one file opens connections to others',
    only(
      /from '(?:node:)?(?:https?|http2|tls|undici|axios)'/,
      /^lib\/privacy\/pinned-request\.ts$|^cli\//,
      'outbound requests go through lib/privacy/egress.ts',
    ),
  )
})

describe('vocabulary', () => {
  it('has no catch-all files and no index re-exports', () => {
    const banned = /\/(index|utils?|helpers?|common|service|misc|shared)\.tsx?$/
    const found = offenders(
      ({ path }) => banned.test(path) && !path.includes('/messages/') && 'name the file for its concept',
    )
    expect(found).toEqual([])
  })

  it('keeps every file under 400 lines', () => {
    const found = all.flatMap(({ path, text }) => {
      const lines = text.split('\n').length
      return lines > 400 && !path.includes('/messages/') ? [`${path}: ${lines} lines`] : []
    })
    expect(found).toEqual([])
  })

  it('escapes the type checker nowhere', () => {
    const pattern = /:\s*any\b|\bas any\b|@ts-(ignore|nocheck|expect-error)|\benum\s+[A-Z]/
    expect(offenders(({ text }) => pattern.test(text) && 'use a type')).toEqual([])
  })

  it('leaves nothing for later', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX\\b'].join(''))
    expect(all.filter(({ text }) => later.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('gives every server action the wrapper', () => {
    const found = offenders(({ path, text }) => {
      if (!/^\s*'use server'/.test(text)) return null
      if (!path.endsWith('/actions.ts')) return "'use server' belongs in an actions.ts"
      const bare = [...text.matchAll(/export (?:async function|const) (\w+)(.*)/g)].find(
        (match) =>
          !/= (action|publicAction)\(/.test(match[2] ?? '') &&
          !/= (action|publicAction)\(/.test(text.slice(match.index, match.index + 200)),
      )
      return bare ? `${bare[1]} is not made by action()` : null
    })
    expect(found).toEqual([])
  })

  it('gives every route its gate', () => {
    const found = offenders(({ path, text }) => {
      if (!/^app\/.*\/route\.ts$/.test(path)) return null
      return /\b(sessionRoute|tokenRoute|publicRoute|authRoute)(<.*>)?\(/.test(text)
        ? null
        : 'no gate: sessionRoute, tokenRoute or publicRoute'
    })
    expect(found).toEqual([])
  })
})

it('reads a tree that is there', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(relative(root, dirname(import.meta.filename))).toBe('lib')
})
