import { expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

test('grants a burst, then says how long to wait, then grants again', () => {
  const limiter = createLimiter(3, 60_000)
  expect([0, 0, 0].map((at) => limiter.take('a', at))).toEqual([null, null, null])
  expect(limiter.take('a', 0)).toBe(20)
  expect(limiter.take('b', 0)).toBeNull()
  expect(limiter.take('a', 19_000)).toBe(1)
  expect(limiter.take('a', 20_000)).toBeNull()
})

test('forgets the keys that were quiet the longest', () => {
  const limiter = createLimiter(1, 60_000, 2)
  for (const key of ['a', 'b', 'c']) limiter.take(key, 0)
  expect(limiter.take('c', 0)).not.toBeNull()
  expect(limiter.take('a', 0)).toBeNull()
})
