import { describe, expect, test } from 'vitest'
import { locales } from './locales.ts'
import { messagesFor, pickMessages } from './messages.ts'
import { translatorFor } from './translator.ts'

/** `path → text` of every message of a catalogue. */
function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  const entries = Object.entries(value as Record<string, unknown>)
  return new Map(entries.flatMap(([key, child]) => [...flatten(child, path ? `${path}.${key}` : key)]))
}

/** The arguments and tags a message takes. A brace opens an argument at even depth, a plural branch at odd. */
function argumentsOf(message: string): string[] {
  const names = new Set([...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`))
  let depth = 0
  for (const brace of message.matchAll(/\{(\w*)|\}/g)) {
    if (brace[0] === '}') depth -= 1
    else if (depth++ % 2 === 0) names.add(brace[1] ?? '')
  }
  return [...names].sort()
}

describe('every language', () => {
  const english = flatten(messagesFor('en'))

  test.each(locales)('%s has the same keys, none empty', (locale) => {
    const catalogue = flatten(messagesFor(locale))
    expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...catalogue].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test.each(locales)('%s takes the same arguments', (locale) => {
    const different = [...flatten(messagesFor(locale))].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })
})

test('a translator works without React', () => {
  expect(translatorFor('vi', 'common')('step', { current: 1, total: 3 })).toBe('Bước 1 trên 3')
})

test('only the named namespaces are picked', () => {
  expect(Object.keys(pickMessages('vi', ['common', 'shell']))).toEqual(['common', 'shell'])
})
