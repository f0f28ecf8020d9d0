import { createServer, type RequestListener, type Server } from 'node:http'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { egressLedger, privacySettings } from '#db/schema/privacy.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { openEgress } from './egress.ts'
import { setNoThirdParties } from './mutations.ts'

let scope: Scope
let server: Server
let origin: string
let answer: RequestListener
let asked: { headers: Record<string, unknown>; url: string; body: string }[]

beforeEach(async () => {
  scope = await createHousehold()
  asked = []
  answer = (_, response) => response.end('{"ok":true}')
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ headers: request.headers, url: request.url ?? '', body: String(Buffer.concat(chunks)) })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})
afterAll(closeConnections)

const door = (extra: Partial<Parameters<typeof openEgress>[0]> = {}) =>
  openEgress({ scope, purpose: 'sync', simulators: [origin], ...extra })
const ledger = () => withScope(scope, (tx) => tx.select().from(egressLedger))

test('a request is written down by its names and sizes, never its values', async () => {
  const body = JSON.stringify({ client_id: 'canary-1', options: { days: 730 } })
  const headers = { authorization: 'Basic canary-2' }
  const response = await door()(`${origin}/accounts/canary-3?start-date=canary-4`, {
    method: 'POST',
    headers,
    body,
  })
  expect(response).toMatchObject({ status: 200, body: Buffer.from('{"ok":true}') })
  const rows = await ledger()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    host: new URL(origin).host,
    purpose: 'sync',
    method: 'POST',
    fields: ['start-date', 'client_id', 'options'],
    status: 200,
    outcome: 'answered',
    bytesIn: 11,
  })
  expect(rows[0]?.bytesOut).toBeGreaterThan(body.length)
  expect(JSON.stringify(rows)).not.toContain('canary')
})

test('nothing is sent that was not asked for', async () => {
  await door()(`${origin}/x`, { headers: { accept: 'application/json' } })
  expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
  ])
  await door()(`${origin}/claim`, { method: 'POST' })
  expect(asked[1]?.headers['content-length']).toBe('0')
})

test('loopback is closed without an exact permission, and says so in the ledger', async () => {
  const closed = door({ simulators: [] })
  await expect(closed(`${origin}/x`)).rejects.toMatchObject({ code: 'bad_address' })
  await expect(closed(origin.replace('http:', 'https:'))).rejects.toMatchObject({ code: 'private_address' })
  expect(asked).toEqual([])
  expect((await ledger()).map((row) => row.outcome)).toEqual(['private_address'])
})

test('a redirect is an error, wherever it goes', async () => {
  answer = (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()
  await expect(door()(`${origin}/x`)).rejects.toMatchObject({ code: 'redirect' })
  expect(asked).toHaveLength(1)
})

test('an answer ends at the limits of size and time', async () => {
  answer = (_, response) => response.end('x'.repeat(2000))
  await expect(door({ maxBytes: 1000 })(`${origin}/x`)).rejects.toMatchObject({ code: 'too_large' })
  answer = () => undefined
  await expect(door({ timeoutMs: 60 })(`${origin}/x`)).rejects.toMatchObject({ code: 'timeout' })
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('half', () => response.destroy())
  }
  await expect(door()(`${origin}/x`)).rejects.toMatchObject({ code: 'unreachable' })
})

test('with third parties off, no name is looked up, nothing is sent and nothing is written', async () => {
  await withScope(scope, (tx) =>
    tx.insert(privacySettings).values({ householdId: scope.householdId, noThirdParties: true }),
  )
  let looked = 0
  const resolve = async () => {
    looked++
    return [{ address: '8.8.8.8', family: 4 }]
  }
  await expect(door({ resolve })('https://bridge.test/x')).rejects.toMatchObject({
    code: 'third_parties_off',
  })
  await expect(door({ resolve })(`${origin}/x`)).rejects.toMatchObject({ code: 'third_parties_off' })
  expect([looked, asked.length, (await ledger()).length]).toEqual([0, 0, 0])
  const own = await door({ simulators: [], ownOrigin: origin })(`${origin}/demo`)
  expect([own.status, (await ledger()).length]).toEqual([200, 0])
})

test('the switch is looked at again once the name is known: a slow look-up lets nothing slip out', async () => {
  const resolve = async () => {
    await setNoThirdParties(scope, true)
    return [{ address: '8.8.8.8', family: 4 }]
  }
  await expect(door({ resolve, timeoutMs: 300 })('https://bridge.test/x')).rejects.toMatchObject({
    code: 'third_parties_off',
  })
  expect((await ledger()).map(({ outcome, status }) => ({ outcome, status }))).toEqual([
    { outcome: 'third_parties_off', status: null },
  ])
})

test('the ledger of one household is not another one’s, and its rows stay', async () => {
  await door()(`${origin}/x`)
  const other = await createHousehold()
  expect(await withScope(other, (tx) => tx.select().from(egressLedger))).toEqual([])
  await expect(withScope(scope, (tx) => tx.delete(egressLedger))).rejects.toThrow()
})
