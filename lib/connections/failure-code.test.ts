import { expect, test } from 'vitest'
import { EgressError } from '#lib/privacy/types.ts'
import { failureCode, orFailure } from './failure-code.ts'

test.each([
  ['private_address', 'refused_address'],
  ['bad_address', 'refused_address'],
  ['unreachable', 'down'],
  ['redirect', 'bad_answer'],
  ['third_parties_off', 'third_parties_off'],
] as const)('a request that the door ends with %s is told as %s', async (code, told) => {
  const ended = new EgressError(code, 'x')
  expect(failureCode(ended)).toBe(told)
  expect(await orFailure(Promise.reject(ended))).toEqual({ failed: told })
})

test('what nobody expects is not hidden behind a code', async () => {
  const ours = new Error('a mistake of ours')
  await expect(orFailure(Promise.reject(ours))).rejects.toBe(ours)
})
