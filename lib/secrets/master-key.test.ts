import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveFrom, readMasterKey } from './master-key.ts'
import { discardSetupToken, setupToken } from './setup-token.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the key is made once, for this user only', () => {
  const path = join(folder, 'secrets', 'master.key')
  const key = readMasterKey(path)
  expect(key).toHaveLength(32)
  expect(readMasterKey(path)).toEqual(key)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
})

test('a key that others may read is refused, with the command that helps', () => {
  const path = join(folder, 'master.key')
  readMasterKey(path)
  chmodSync(path, 0o640)
  expect(() => readMasterKey(path)).toThrow(`chmod 600 ${path}`)
})

test.each(['', 'c2hvcnQ=', 'abcdef0123', 'not a key at all, but long enough to be one, in words'])(
  'a key that is too short or no key is refused: %j',
  (text) => {
    const path = join(folder, 'master.key')
    writeFileSync(path, text, { mode: 0o600 })
    expect(() => readMasterKey(path)).toThrow(/not 32 bytes/)
  },
)

test('hex and base64 of the same bytes are the same key', () => {
  const bytes = Buffer.alloc(32, 7)
  const [hex, base64] = [join(folder, 'hex'), join(folder, 'base64')]
  writeFileSync(hex, bytes.toString('hex'), { mode: 0o600 })
  writeFileSync(base64, `${bytes.toString('base64')}\n`, { mode: 0o600 })
  expect(readMasterKey(hex)).toEqual(bytes)
  expect(readMasterKey(base64)).toEqual(bytes)
})

test('each purpose has its own key, the same each time', () => {
  const master = Buffer.alloc(32, 1)
  expect(deriveFrom(master, 'a')).toEqual(deriveFrom(master, 'a'))
  expect(deriveFrom(master, 'a')).not.toEqual(deriveFrom(master, 'b'))
  expect(deriveFrom(master, 'a')).not.toEqual(deriveFrom(Buffer.alloc(32, 2), 'a'))
})

test('the set-up token stays the same until it is discarded', () => {
  const token = setupToken(folder)
  expect(token).toHaveLength(24)
  expect(setupToken(folder)).toBe(token)
  discardSetupToken(folder)
  expect(setupToken(folder)).not.toBe(token)
})
