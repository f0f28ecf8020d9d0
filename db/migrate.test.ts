import { expect, test } from 'vitest'
import { type Migration, newestVersion, pendingMigrations } from './migrate.ts'

const step = (when: number): Migration => ({ when, hash: `h${when}`, statements: [] })
const applied = (when: number, hash = `h${when}`) => ({ when, hash })

test('what is not applied yet is pending, in order', () => {
  const pending = pendingMigrations([step(1), step(2), step(3)], [applied(1)])
  expect(pending.map(({ when }) => when)).toEqual([2, 3])
})

test('a database of a newer version is refused', () => {
  expect(() => pendingMigrations([step(1)], [applied(1), applied(2)])).toThrow(/newer version of Minh/)
})

test('a migration that changed after it was applied is refused', () => {
  expect(() => pendingMigrations([step(1)], [applied(1, 'other')])).toThrow(/changed after/)
})

test('the newest version counts every migration', () => {
  expect(newestVersion([step(1), step(5)])).toEqual({ when: 5, count: 2 })
  expect(newestVersion([])).toEqual({ when: 0, count: 0 })
})
