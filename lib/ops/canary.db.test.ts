import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeConnections, withConnection } from '#db/client.ts'
import { databaseAddress } from '#db/embedded/address.ts'
import { connectionBody, egressBody, syncBody, syncRunBody } from '#lib/api/connection-body.ts'
import { reportError } from '#lib/auth/report-error.ts'
import { beginLink } from '#lib/connections/link.ts'
import { saveProviderSettings } from '#lib/connections/provider-settings.ts'
import { getConnection, listConnections, listSyncRuns } from '#lib/connections/queries.ts'
import type { SyncResult } from '#lib/connections/sync.ts'
import { consent, type LinkedWorld, linkedWorld } from '#lib/connections/testing/linked.ts'
import { bookSomeWeeks, simulatedBank } from '#lib/connections/testing/simulated-bank.ts'
import { listEgress } from '#lib/privacy/queries.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { backup } from './backup.ts'

/** What the simulator's access address carries, and what an administrator types: nobody may ever read it again. */
const canaries = ['p/w&secret', 'p%2Fw&secret', 'canary-of-an-administrator']
const shapes = canaries.flatMap((text) => {
  const bytes = Buffer.from(text)
  return [
    text,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    JSON.stringify(text).slice(1, -1),
  ]
})
const basic = Buffer.from('u-4711:p/w&secret').toString('base64')
const told = (text: string): string[] => [...shapes, basic].filter((shape) => text.includes(shape))

let here: LinkedWorld
let logged: string[]

beforeEach(async () => {
  logged = []
  const log = (chunk: unknown): boolean => {
    logged.push(String(chunk))
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(log)
  vi.spyOn(process.stderr, 'write').mockImplementation(log)
  const bank = simulatedBank()
  bookSomeWeeks(bank)
  here = await linkedWorld(bank)
  await saveProviderSettings('canary', { secret: secretOf('canary-of-an-administrator') }, here.scope.userId)
  const begin = {
    provider: 'simplefin' as const,
    institutionId: null,
    returnUrl: 'http://localhost/link',
    consent,
  }
  await beginLink(here.scope, begin, here.world)
  const results: SyncResult[] = [await here.sync()]
  for (const fault of ['500', 'cut', 'garbage', 'redirect'] as const) {
    bank.faults.push(fault)
    results.push(await here.sync())
  }
  logged.push(JSON.stringify(results.map(syncBody)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await here.simulator.close()
  await withConnection((client) => client.query(`delete from provider_settings where provider = 'canary'`))
})
afterAll(closeConnections)

/** Every row of every table, the queue's too, as text. */
const dump = (): Promise<string> =>
  withConnection(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'pgboss')`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      texts.push(...rows.map(({ row }) => row))
    }
    return texts.join('\n')
  })

test('the search finds a secret that is there', () => {
  expect(told(`x${basic}y`)).toEqual([basic])
  expect(told(`\\x${Buffer.from('p/w&secret').toString('hex')}`)).toHaveLength(1)
})

test('no table, no log, no answer and no error says a secret', async () => {
  const { scope, connectionId } = here
  const stored = await dump()
  expect(stored).toContain(connectionId)
  expect(told(stored)).toEqual([])
  const connection = await getConnection(scope, connectionId)
  const { runs } = await listSyncRuns(scope, connectionId, { limit: 50 })
  const { rows } = await listEgress(scope, { limit: 500 })
  expect([runs.length, rows.length > 3]).toEqual([5, true])
  const answers = [connectionBody(connection), runs.map(syncRunBody), rows.map(egressBody)]
  const pages = JSON.stringify([await listConnections(scope, { ended: true }), runs, rows], (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  reportError(new Error('x', { cause: secretOf(canaries[0] ?? '') }), 'canary')
  expect(told(`${JSON.stringify(answers)}${pages}${logged.join('\n')}`)).toEqual([])
})

test('a backup holds no secret in the clear', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minh-canary-'))
  try {
    const file = join(folder, 'all.tar')
    await backup(databaseAddress(), file)
    expect(told(unpacked(readFileSync(file)))).toEqual([])
    expect(unpacked(readFileSync(file))).toContain(here.connectionId)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The archive with each of its gzipped members opened; tar pads members to 512 bytes. */
function unpacked(archive: Buffer): string {
  const texts = [archive.toString('latin1')]
  for (let at = 0; archive[at]; ) {
    const size = Number.parseInt(archive.subarray(at + 124, at + 136).toString('latin1'), 8)
    const member = archive.subarray(at + 512, at + 512 + size)
    if (member[0] === 0x1f && member[1] === 0x8b) texts.push(gunzipSync(member).toString('latin1'))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return texts.join('\n')
}
