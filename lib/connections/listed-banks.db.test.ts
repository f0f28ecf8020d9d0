import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import type { World } from './context.ts'
import { beginLink, completeLink } from './link.ts'
import { listBanks } from './listed-banks.ts'
import { consent } from './testing/linked.ts'
import { simulatedBank } from './testing/simulated-bank.ts'
import { type EnableSimulator, enableSimulator } from './testing/simulators/enablebanking.ts'

let simulator: EnableSimulator
let world: World

beforeAll(async () => {
  simulator = await enableSimulator(simulatedBank())
  world = {
    simulators: [simulator.origin],
    settings: {
      origin: secretOf(simulator.origin),
      applicationId: secretOf(simulator.applicationId),
      privateKey: secretOf(simulator.privateKey),
    },
  }
})
afterAll(() => simulator.close())

const begin = { provider: 'enablebanking', returnUrl: 'http://localhost/back', consent } as const

test('a bank is chosen from the list of its country, linked, and repaired without being chosen again', async () => {
  const scope = await createHousehold()
  const banks = await listBanks(scope, 'enablebanking', 'FI', world)
  expect(banks).toEqual([
    { id: 'FI:Another Bank', name: 'Another Bank' },
    { id: 'FI:Simulated Bank', name: 'Simulated Bank' },
  ])
  const institutionId = banks[1]?.id ?? null
  const { state } = await beginLink(scope, { ...begin, institutionId }, world)
  const { connectionId } = await completeLink(scope, { state, fields: { code: simulator.code() } }, world)
  const repair = await beginLink(scope, { ...begin, institutionId: null, connectionId }, world)
  expect(repair.start).toMatchObject({ kind: 'redirect' })
  const again = { state: repair.state, fields: { code: simulator.code() } }
  expect(await completeLink(scope, again, world)).toEqual({ connectionId })
  await expect(beginLink(scope, { ...begin, institutionId: null }, world)).rejects.toMatchObject({
    code: 'not_supported',
  })
})

test('asking for the list is on the list of what left, and a provider that names no banks is told so', async () => {
  const scope = await createHousehold()
  await listBanks(scope, 'enablebanking', 'DE', world)
  const left = await withScope(scope, (tx) =>
    bulk<{ purpose: string; fields: string[] }>(tx, 'select purpose, fields from egress_ledger', []),
  )
  expect(left).toMatchObject([{ purpose: 'link', fields: ['country', 'psu_type'] }])
  await expect(listBanks(scope, 'simplefin', 'US', world)).rejects.toMatchObject({ code: 'not_supported' })
})
