import { expect, test } from 'vitest'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { disconnect } from './disconnect.ts'
import { beginLink, completeLink } from './link.ts'
import { includeAccount } from './mutations.ts'
import { getConnection } from './queries.ts'
import { syncConnection } from './sync.ts'
import { eachLinked } from './testing/each-linked.ts'
import { consent, type LinkedWorld } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'

let bank: SimulatedBank
let here: LinkedWorld

eachLinked((made) => {
  bank = made.bank
  here = made.here
})

const sync = (id: string) =>
  syncConnection(here.scope, id, { trigger: 'link', afterWrite: async () => undefined, world: here.world })

test('a second token for the same accounts brings nothing twice, and takes over when the first was ended', async () => {
  await here.sync()
  const input = { provider: 'simplefin' as const, institutionId: null, returnUrl: 'http://localhost/link' }
  const { state } = await beginLink(here.scope, { ...input, consent }, here.world)
  const fields = { token: here.simulator.setupToken() }
  const { connectionId: second } = await completeLink(here.scope, { state, fields }, here.world)
  expect(await sync(second)).toMatchObject({ status: 'ok', added: 0 })
  const { accounts } = await getConnection(here.scope, second)
  expect(accounts.map(({ included }) => included)).toEqual([false, false])
  await disconnect(here.scope, { id: here.connectionId, keepRows: true }, here.world)
  for (const { providerAccountId } of accounts)
    await includeAccount(here.scope, { id: second, providerAccountId, included: true })
  bank.book({ accountId: 'ACT-1', date: bank.today, minor: -1n, description: 'NEW', pending: false })
  expect(await sync(second)).toMatchObject({ status: 'ok', added: 1 })
  expect(await withScope(here.scope, (tx) => tx.select().from(transactions))).toHaveLength(61)
})
