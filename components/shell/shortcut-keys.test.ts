import { expect, test } from 'vitest'
import { matchShortcut } from './shortcut-keys.ts'

test('single keys and sequences are found', () => {
  expect(matchShortcut(null, '/')).toBe('shortcutSearch')
  expect(matchShortcut(null, 'g')).toBe('waiting')
  expect(matchShortcut('g', 't')).toBe('shortcutTransactions')
  expect(matchShortcut(null, 't')).toBe(null)
})

test('a wrong second key starts anew', () => {
  expect(matchShortcut('g', '?')).toBe('shortcutList')
  expect(matchShortcut('g', 'g')).toBe('waiting')
})
