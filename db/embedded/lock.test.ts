import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireLock, LockedError, lockHolder } from './lock.ts'
import { embeddedPaths } from './paths.ts'

let dataDir: string
let processes: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'minh-lock-'))
})
afterEach(() => {
  for (const child of processes) child.kill('SIGKILL')
  processes = []
  rmSync(dataDir, { recursive: true, force: true })
})

const holder = join(import.meta.dirname, '../testing/hold-lock.ts')

async function startHolder(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', holder, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  processes.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('a living process keeps its lock, and the refusal names it', async () => {
  const { child, said } = await startHolder()
  expect(said).toBe('held')
  expect(() => acquireLock(embeddedPaths(dataDir))).toThrow(LockedError)
  expect(() => acquireLock(embeddedPaths(dataDir))).toThrow(`process ${child.pid}`)
  expect(lockHolder(embeddedPaths(dataDir))).toMatchObject({ pid: child.pid })
})

test('the lock of a killed process is free at once', async () => {
  const { child } = await startHolder()
  await kill(child)
  expect(lockHolder(embeddedPaths(dataDir))).toBeNull()
  acquireLock(embeddedPaths(dataDir)).release()
})

test('of many that come at once after a crash, one gets in', async () => {
  await kill((await startHolder()).child)
  const said = (await Promise.all(Array.from({ length: 6 }, startHolder))).map((started) => started.said)
  expect(said.filter((text) => text === 'held')).toHaveLength(1)
  expect(said.filter((text) => text.startsWith('LockedError'))).toHaveLength(5)
})

test('one process cannot take it twice, but again after letting go', () => {
  const first = acquireLock(embeddedPaths(dataDir))
  expect(() => acquireLock(embeddedPaths(dataDir))).toThrow(LockedError)
  first.release()
  acquireLock(embeddedPaths(dataDir)).release()
})
