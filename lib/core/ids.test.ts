import { expect, it } from 'vitest'
import { isId, newId } from './ids.ts'

it('makes version 7 ids that sort in the order they were made', () => {
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('tells an id from another text', () => {
  expect(isId(newId())).toBe(true)
  expect(isId("1'; drop table users")).toBe(false)
})
