import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commands } from './commands.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'minh-cli-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function minh(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, 'cli/minh.ts', ...args], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', MINH_DATA_DIR: join(dataDir, 'data'), INIT_CWD: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [status] = await once(child, 'close')
  return { status, out, err }
}

test('help names every command, and each has its own', async () => {
  const overview = await minh('--help')
  expect(overview.status).toBe(0)
  const waiting = [...commands]
  const askNext = async (): Promise<void> => {
    const command = waiting.shift()
    if (!command) return
    expect(overview.out).toContain(command.summary)
    const help = await minh(...command.name.split(' '), '--help')
    expect(help).toMatchObject({ status: 0, err: '' })
    expect(help.out).toContain(`minh -- ${command.name}`)
    return askNext()
  }
  await Promise.all([askNext(), askNext(), askNext()])
}, 120_000)

test('a wrong call is status 2, on stderr only', async () => {
  for (const args of [[], ['nonsense'], ['backup'], ['backup', 'a', 'b'], ['doctor', '--nonsense']])
    expect(await minh(...args), args.join(' ')).toMatchObject({
      status: 2,
      ...(args.length > 0 ? { out: '' } : {}),
    })
}, 30_000)

test('a failure is status 1, in words and without a stack', async () => {
  const failed = await minh('restore', 'nowhere.tar')
  expect(failed).toMatchObject({ status: 1, out: '' })
  expect(failed.err).toMatch(/nowhere\.tar/)
  expect(failed.err).not.toMatch(/\n\s+at /)
}, 30_000)

test('a backup and a restore work without a server, with files meant from where the person stands', async () => {
  const saved = await minh('backup', 'mine.tar')
  expect(saved).toMatchObject({ status: 0, err: '' })
  expect(JSON.parse(saved.out)).toMatchObject({ file: join(dataDir, 'mine.tar') })
  const restored = await minh('restore', 'mine.tar')
  expect(restored).toMatchObject({ status: 0, err: '' })
  const checked = await minh('doctor')
  expect(checked.status).toBe(0)
  expect(checked.out).toContain('Nobody has the database open')
}, 60_000)
