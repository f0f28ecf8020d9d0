import { expect, it } from 'vitest'
import { storableJson, unstorableAt } from './storable-text.ts'

it('names the text that no store can keep', () => {
  expect(unstorableAt({ note: 'a\u0000b' })).toBe('note')
  expect(unstorableAt({ splits: [{ note: 'fine' }, { note: 'half \ud83d' }] })).toBe('splits.1.note')
  expect(unstorableAt({ values: { 'a\u0000': 1 } })).toBe('values')
})

it('lets every other text through', () => {
  expect(
    unstorableAt({ note: 'Tiền thuê nhà 😀\r\n\t', amount: '-1.00', tags: [], category: null }),
  ).toBeNull()
  expect(unstorableAt(undefined)).toBeNull()
})

it('looks into a value of any depth', () => {
  const deep = (inner: string) => JSON.parse('['.repeat(100_000) + inner + ']'.repeat(100_000))
  expect(unstorableAt(deep('1'))).toBeNull()
  expect(unstorableAt(deep('"\\u0000"'))).not.toBeNull()
})

it('makes JSON that can be kept', () => {
  const value = { minor: -450n, quoted: ['half \ud83d', 'n\u0000l'], none: undefined }
  expect(storableJson(value)).toEqual({ minor: '-450', quoted: ['half \ufffd', 'nl'] })
})
