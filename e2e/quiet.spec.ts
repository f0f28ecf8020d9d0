import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { statement } from './fixtures/statements.ts'
import { destinationsIn, leaves, recording } from './support/destinations.ts'
import { stack } from './support/stack.ts'
import { expect, test } from './support/test.ts'

const run = promisify(execFile)

test('the whole journey of a link stays on this machine, in the page and in the server', async ({
  page,
  context,
  baseUrl,
  signIn,
}) => {
  test.setTimeout(240_000)
  const asked: string[] = []
  context.on('request', (request) => void asked.push(request.url()))
  page.on('websocket', (socket) => void asked.push(socket.url()))
  const look = async (path: string) => {
    await page.goto(`${baseUrl}${path}`)
    await expect(page.locator('h1').first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  }
  await signIn()
  for (const path of ['/link', '/link/chase', '/link/vietcombank', '/link/europe']) await look(path)
  await look('/link/with/demo')
  await page.getByRole('button', { name: 'Agree and continue' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page).toHaveURL(/\/connections\//)
  const connection = new URL(page.url()).pathname
  await expect(page.getByText(/You (have )?spent/)).toBeVisible({ timeout: 60_000 })
  await look('/demo-bank')
  await page.getByRole('button', { name: 'Let a week pass' }).click()
  await expect(page.getByText('A week has passed at the bank.')).toBeVisible()
  await look(connection)
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('by you')).toHaveCount(1)
  await look('/import')
  await page.locator('input[type=file]').setInputFiles(statement)
  await expect(page.getByText('51 new rows')).toBeVisible()
  for (const path of ['/', '/transactions', '/spending', '/accounts', '/alerts', '/connections', '/privacy'])
    await look(path)
  await look(connection)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByText('Ended', { exact: true }).first()).toBeVisible()

  expect(asked.length).toBeGreaterThan(50)
  const elsewhere = asked.filter((url) => new URL(url).origin !== baseUrl && !/^(data|blob|about):/.test(url))
  expect(elsewhere).toEqual([])

  const done = destinationsIn(stack().destinations)
  const began = done.filter(({ what }) => what === 'began').map(({ script }) => script)
  for (const script of [
    /cli\/serve\.ts$/,
    /next\/dist\/bin\/next$/,
    /db\/embedded\/child\.ts$/,
    /imports\/read\//,
  ])
    expect(began.some((each) => script.test(each))).toBe(true)
  expect(done.filter(({ what }) => what === 'connect').length).toBeGreaterThan(0)
  expect(done.filter(({ what }) => what === 'socket').length).toBeGreaterThan(0)
  expect(done.filter(leaves)).toEqual([])
})

/** Asks for other machines and hangs up before anything is sent; then the same from a child with no environment. */
const traveller = `
  import { spawn } from 'node:child_process'
  import dns from 'node:dns'
  import net from 'node:net'
  import { connect } from 'node:tls'
  net.connect(443, '192.0.2.1').on('error', () => {}).destroy()
  net.connect({ port: 443, host: '127.0.0.1' }).on('error', () => {}).destroy()
  connect({ port: 443, host: '192.0.2.2' }).on('error', () => {}).destroy()
  dns.promises.lookup('192.0.2.3')
  await fetch('http://192.0.2.4/', { signal: AbortSignal.timeout(1) }).catch(() => {})
  const child = "import net from 'node:net'; net.connect(80, '192.0.2.5').on('error', () => {}).destroy()"
  spawn(process.execPath, ['--input-type=module', '-e', child], { env: {} })
`

test('the record names every way out that a process and its children take', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minh-quiet-'))
  const file = join(folder, 'destinations.jsonl')
  try {
    await run(process.execPath, ['--input-type=module', '-e', traveller], {
      env: { ...process.env, ...recording(file) },
    })
    const gone = destinationsIn(file).filter(leaves)
    const hosts = [...new Set(gone.map(({ host }) => host))].sort()
    expect(hosts).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'])
    expect(new Set(gone.map(({ pid }) => pid)).size).toBe(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
