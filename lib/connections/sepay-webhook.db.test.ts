import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#db/client.ts'
import { webhookInbox } from '#db/schema/connections.ts'
import { withOperator } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import type { World } from './context.ts'
import { disconnect } from './disconnect.ts'
import { beginLink, completeLink } from './link.ts'
import { atDay, consent } from './testing/linked.ts'
import { simulatedBank } from './testing/simulated-bank.ts'
import { type SepaySimulator, sepaySimulator } from './testing/simulators/sepay.ts'
import { receiveWebhook } from './webhooks.ts'

let simulator: SepaySimulator
let world: World
const bank = simulatedBank()

beforeAll(async () => {
  await installQueue()
  for (const account of bank.accounts) account.currency = 'VND'
  simulator = await sepaySimulator(bank)
  const settings = { origin: secretOf(simulator.origin), webhookApiKey: secretOf('whkey') }
  world = { simulators: [simulator.origin], settings }
})
afterAll(() => simulator.close())

async function linked(): Promise<{ scope: Scope; id: string }> {
  const scope = atDay(await createHousehold({ timeZone: 'UTC' }), bank.today)
  const request = {
    provider: 'sepay',
    institutionId: null,
    returnUrl: 'http://localhost/link',
    consent,
  } as const
  const { state } = await beginLink(scope, request, world)
  const { connectionId } = await completeLink(scope, { state, fields: { apiToken: simulator.token } }, world)
  return { scope, id: connectionId }
}

const queued = (ids: readonly string[]) =>
  withConnection(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select data ->> 'connectionId' as id from pgboss.job
       where data ->> 'trigger' = 'webhook' and data ->> 'connectionId' = any($1)`,
      [ids],
    )
    return rows.map(({ id }) => id).toSorted()
  })

const tell = (scope: Scope, id: number, key: string) =>
  receiveWebhook(
    'sepay',
    { headers: { authorization: `Apikey ${key}` }, body: JSON.stringify({ id, accountNumber: '007' }) },
    scope.now,
    world,
  )

test('news without a login leave one waiting sync for each living SePay login, however many come', async () => {
  const [one, two, ended] = [await linked(), await linked(), await linked()]
  await disconnect(ended.scope, { id: ended.id, keepRows: true }, world)
  const ids = [one.id, two.id, ended.id]
  const inbox = () => withOperator((tx) => tx.$count(webhookInbox))
  const before = await inbox()
  for (const id of [1, 2, 3])
    await expect(tell(one.scope, id, 'guessed')).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await queued(ids)).toEqual([])
  expect(await inbox()).toBe(before)
  for (const id of [11, 12, 13, 14]) expect(await tell(one.scope, id, 'whkey')).toBe('taken')
  expect(await tell(one.scope, 14, 'whkey')).toBe('known')
  expect(await queued(ids)).toEqual([one.id, two.id].toSorted())
})
