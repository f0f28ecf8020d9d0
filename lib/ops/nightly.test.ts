import { expect, test } from 'vitest'
import { assertFreeSpace } from '#lib/free-space.ts'
import { isBackupDue } from './nightly.ts'

const at = (text: string): Date => new Date(text)

test('a backup is due at night, and at once when one was missed', () => {
  expect(isBackupDue(null, at('2026-01-02T12:00:00Z'))).toBe(true)
  expect(isBackupDue(at('2026-01-01T03:10:00Z'), at('2026-01-01T23:30:00Z'))).toBe(false)
  expect(isBackupDue(at('2026-01-01T03:10:00Z'), at('2026-01-02T03:00:00Z'))).toBe(true)
  expect(isBackupDue(at('2026-01-01T03:10:00Z'), at('2026-01-02T02:59:00Z'))).toBe(false)
  expect(isBackupDue(at('2026-01-01T12:00:00Z'), at('2026-01-02T15:00:00Z'))).toBe(true)
})

test('too little space is said with both figures before anything is written', async () => {
  const megabyte = 1024 * 1024
  const free = async (): Promise<number> => 100 * megabyte
  await expect(assertFreeSpace(36 * megabyte, '/data', free)).resolves.toBeUndefined()
  await expect(assertFreeSpace(37 * megabyte, '/data', free)).rejects.toThrow(
    /100 MB left; this needs 101 MB/,
  )
})
