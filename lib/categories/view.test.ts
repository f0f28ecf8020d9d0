import { expect, test } from 'vitest'
import { unsureBelow } from './types.ts'
import { isSuggestion, rowsOfFamily } from './view.ts'

const found = { categoryId: 'c', categorySource: 'merchant' as const, categoryConfidence: unsureBelow - 1 }

test('only a found category with little confidence is a suggestion', () => {
  expect(isSuggestion(found)).toBe(true)
  expect(isSuggestion({ ...found, categoryConfidence: unsureBelow })).toBe(false)
  expect(isSuggestion({ ...found, categorySource: 'user' })).toBe(false)
  expect(isSuggestion({ ...found, categoryId: null, categorySource: null })).toBe(false)
})

test('a group counts the rows of its children', () => {
  const node = {
    id: 'a',
    parentId: null,
    key: null,
    name: 'A',
    kind: 'expense' as const,
    color: 1,
    position: 0,
    archived: false,
  }
  const child = { ...node, parentId: 'a', rows: 3, children: [] }
  expect(rowsOfFamily({ ...node, rows: 2, children: [child, child] })).toBe(8)
  expect(rowsOfFamily(child)).toBe(3)
})
