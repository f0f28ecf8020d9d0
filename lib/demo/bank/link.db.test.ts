import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { connections } from '#db/schema/connections.ts'
import { egressLedger } from '#db/schema/privacy.ts'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { beginLink, completeLink } from '#lib/connections/link.ts'
import { syncConnection } from '#lib/connections/sync.ts'
import { consent } from '#lib/connections/testing/linked.ts'
import { type Simulator, serveSimulator } from '#lib/connections/testing/simulators/serve.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { decideConsent } from './consent.ts'
import { controlDemoBank } from './control.ts'
import { counterOf } from './counter.ts'
import { demoDesk } from './desk.ts'
import { answerAsBank } from './protocol.ts'

let scope: Scope
let server: Simulator
const { port } = env()

/** This server's own address, with what stands behind the routes. */
beforeEach(async () => {
  scope = await createHousehold({ timeZone: 'UTC' })
  server = await serveSimulator(async ({ method, url, headers }) => {
    const request = new Request(url, { method, headers: { authorization: headers.authorization ?? '' } })
    const path = url.pathname.replace('/api/demo-bank/', '').split('/')
    const answer = await answerAsBank(demoDesk, request, path, scope.now)
    return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) }
  })
  env().port = Number(new URL(server.origin).port)
})
afterEach(() => server.close())
afterAll(async () => {
  env().port = port
  await closeConnections()
})

function formOf(
  address: URL,
  more: Record<string, string> = {},
  accounts = ['checking', 'savings', 'card', 'dong'],
) {
  const form = new FormData()
  for (const [name, value] of [
    ...address.searchParams,
    ...Object.entries({ user: 'u', password: 'p', ...more }),
  ])
    form.append(name, value)
  for (const key of accounts) form.append('accounts', key)
  return form
}

async function link(connectionId?: string): Promise<string> {
  const returnUrl = `${env().publicUrl}/link/done`
  const begun = await beginLink(scope, {
    provider: 'demo',
    institutionId: null,
    returnUrl,
    consent,
    ...(connectionId ? { connectionId } : {}),
  })
  if (begun.start.kind !== 'redirect') throw new Error('The Demo Bank has a page.')
  const back = await decideConsent(scope, formOf(new URL(begun.start.url), { decision: 'allow' }))
  expect([back.origin, back.searchParams.get('state')]).toEqual([env().publicUrl, begun.state])
  const fields = Object.fromEntries(back.searchParams)
  return (await completeLink(scope, { state: begun.state, fields })).connectionId
}

const sync = (id: string) =>
  syncConnection(scope, id, { trigger: 'person', afterWrite: async () => undefined })
const stateOf = async (id: string) => {
  const [row] = await withScope(scope, (tx) => tx.select().from(connections).where(eq(connections.id, id)))
  return row?.state
}
const rowsOf = () => withScope(scope, (tx) => tx.select().from(transactions))
const atCounter = async (op: string) => {
  const [login] = await counterOf(scope)
  const form = new FormData()
  form.set('login', login?.id ?? '')
  form.set('op', op)
  await controlDemoBank(scope, form)
}

test('a year arrives with the first sync, and nothing of it leaves this machine', async () => {
  const id = await link()
  const first = await sync(id)
  expect(first).toMatchObject({ status: 'ok' })
  expect((await rowsOf()).length).toBeGreaterThan(700)
  expect((await rowsOf()).filter(({ transferId }) => transferId !== null).length).toBeGreaterThan(20)
  expect(await sync(id)).toMatchObject({ status: 'ok', added: 0, modified: 0, removed: 0 })
  expect(await withScope(scope, (tx) => tx.select().from(egressLedger))).toEqual([])
})

test('a day that passes books the lunch with its tip, in place; a week leaves nothing waiting from before', async () => {
  const id = await link()
  await sync(id)
  const alive = async () => (await rowsOf()).filter(({ deletedAt }) => !deletedAt)
  const waiting = (await alive()).filter(({ status }) => status === 'pending')
  const lunch = waiting.find(({ minor }) => minor === -4_200n)
  await atCounter('day')
  expect(await sync(id)).toMatchObject({ status: 'ok' })
  const paid = (await alive()).find((row) => row.id === lunch?.id)
  expect([paid?.status, paid?.minor, paid?.externalId === lunch?.externalId]).toEqual([
    'posted',
    -4_956n,
    false,
  ])
  await atCounter('week')
  expect(await sync(id)).toMatchObject({ status: 'ok' })
  const was = new Set(waiting.map(({ id }) => id))
  expect((await alive()).filter((row) => was.has(row.id) && row.status === 'pending')).toEqual([])
  const told = await counterOf(scope)
  expect((await alive()).filter(({ status }) => status === 'pending')).toHaveLength(told[0]?.pending ?? -1)
})

test('a broken login asks for its owner, and works after signing in again', async () => {
  const id = await link()
  await atCounter('break')
  expect(await sync(id)).toMatchObject({ status: 'failed', code: 'needs_reauth' })
  expect(await stateOf(id)).toBe('needs_reauth')
  expect(await link(id)).toBe(id)
  expect(await stateOf(id)).toBe('ok')
  expect(await sync(id)).toMatchObject({ status: 'ok' })
  expect(await counterOf(scope)).toHaveLength(1)
})

test('an access withdrawn at the bank asks for its owner', async () => {
  const id = await link()
  await atCounter('withdraw')
  expect(await sync(id)).toMatchObject({ status: 'failed', code: 'revoked' })
  expect(await stateOf(id)).toBe('needs_reauth')
})

test('a token is claimed once, and not after its hour', async () => {
  const address = new URL(`${env().publicUrl}/demo-bank/connect?return=${env().publicUrl}/x&state=s`)
  const tokenOf = async () => {
    const back = await decideConsent(scope, formOf(address, { decision: 'allow' }, ['card']))
    const claim = Buffer.from(back.searchParams.get('token') ?? '', 'base64').toString()
    return claim.split('/').at(-1) ?? ''
  }
  const token = await tokenOf()
  const claims = await Promise.all([demoDesk.claim(token, scope.now), demoDesk.claim(token, scope.now)])
  expect(claims.filter((access) => access !== null)).toHaveLength(1)
  expect(await demoDesk.claim(await tokenOf(), new Date(scope.now.getTime() + 3_600_001))).toBeNull()
})

test('refusing leads back with the state and without a token; other places are never led to', async () => {
  const address = (back: string) =>
    new URL(`${env().publicUrl}/demo-bank/connect?return=${encodeURIComponent(back)}&state=s`)
  const refused = await decideConsent(scope, formOf(address(`${env().publicUrl}/x`), { decision: 'refuse' }))
  expect(Object.fromEntries(refused.searchParams)).toEqual({ state: 's', error: 'refused' })
  for (const back of ['https://evil.test/', `${env().publicUrl}.evil.test/`, '/x', 'javascript:alert(1)'])
    await expect(decideConsent(scope, formOf(address(back), { decision: 'allow' }))).rejects.toMatchObject({
      code: 'invalid',
    })
  expect(await counterOf(scope)).toEqual([])
})

test('nobody else sees or touches a household’s login', async () => {
  await link()
  const [login] = await counterOf(scope)
  const other = await createHousehold()
  expect(await counterOf(other)).toEqual([])
  const form = new FormData()
  form.set('login', login?.id ?? '')
  form.set('op', 'withdraw')
  await expect(controlDemoBank(other, form)).rejects.toMatchObject({ code: 'not_found' })
})
