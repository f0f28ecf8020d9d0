import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { clearPassingFiles, passingFile } from './statement-file.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'minh-passing-'))
vi.stubEnv('MINH_DATA_DIR', dataDir)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

it('removes what a dead process left, and nothing of a living one', async () => {
  const folder = dirname(await passingFile())
  expect(folder).toBe(join(dataDir, 'uploads'))
  const dead = join(folder, `passing-${spawnSync(process.execPath, ['--version']).pid}-a`)
  const living = join(folder, `passing-${process.ppid}-b`)
  const own = await passingFile()
  const staged = join(folder, '0190-staged')
  for (const path of [dead, living, own, staged]) writeFileSync(path, 'statement')
  await clearPassingFiles()
  expect([dead, living, own, staged].map((path) => existsSync(path))).toEqual([false, true, false, true])
})
