import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDataKey, seal, unseal } from './data-key.ts'

test('what was sealed opens with its key and its context, and differs each time', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.string()), (bytes, context) => {
      const key = newDataKey()
      const sealed = seal(key, context, bytes)
      expect(Buffer.compare(unseal(key, context, sealed), Buffer.from(bytes))).toBe(0)
      expect(seal(key, context, bytes).equals(sealed)).toBe(false)
    }),
  )
})

test('no changed bit, other key, other row or shorter tag opens', () => {
  const key = newDataKey()
  const sealed = seal(key, ['household', 'a'], Buffer.from('42.00'))
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(key, ['household', 'a'], changed)).toThrow()
  }
  expect(() => unseal(newDataKey(), ['household', 'a'], sealed)).toThrow()
  expect(() => unseal(key, ['household', 'b'], sealed)).toThrow()
  expect(() => unseal(key, ['household', 'a'], sealed.subarray(0, 20))).toThrow()
})
