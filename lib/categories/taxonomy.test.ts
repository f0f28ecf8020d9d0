import { expect, test } from 'vitest'
import { messagesFor } from '#lib/i18n/messages.ts'
import { groupOf, isCategoryKey, taxonomy } from './taxonomy.ts'

test('every entry has a name in both languages and no name is left over', () => {
  const keys = taxonomy.map((entry) => entry.key).sort()
  expect(Object.keys(messagesFor('en').categories.names).sort()).toEqual(keys)
  expect(Object.keys(messagesFor('vi').categories.names).sort()).toEqual(keys)
})

test('keys are unique, leaves follow their group and share its kind', () => {
  expect(new Set(taxonomy.map((entry) => entry.key)).size).toBe(taxonomy.length)
  const kinds = new Map(taxonomy.map((entry) => [entry.key, entry.kind]))
  for (const entry of taxonomy) if (entry.parent) expect(kinds.get(entry.parent)).toBe(entry.kind)
  expect(groupOf('groceries')).toBe('food')
  expect(groupOf('food')).toBe('food')
  expect(isCategoryKey('grocery')).toBe(false)
})
