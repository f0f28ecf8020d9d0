import { expect, it } from 'vitest'
import { plainArray, readIdArray, textArray } from './array-literal.ts'

it('quotes what PostgreSQL would take for syntax, and drops NUL', () => {
  expect(textArray(['a', null, 'NULL', '', '{},"\\', 'x\0y'])).toBe('{"a",NULL,"NULL","","{},\\"\\\\","xy"}')
})

it('writes plain values and reads ids back', () => {
  expect(plainArray([1n, null, '2026-01-31'])).toBe('{1,NULL,2026-01-31}')
  expect(readIdArray('{a,NULL,b}')).toEqual(['a', null, 'b'])
  expect(readIdArray(null)).toEqual([])
})
