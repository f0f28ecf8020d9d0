import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { World } from '../context.ts'
import { beginLink, completeLink } from '../link.ts'
import type { SyncResult } from '../sync.ts'
import { atDay, consent, syncOn } from './linked.ts'
import { plaidWorld } from './plaid-world.ts'
import type { SimulatedBank } from './simulated-bank.ts'
import type { PlaidSimulator } from './simulators/plaid.ts'

export type LinkedPlaid = {
  scope: Scope
  world: World
  simulator: PlaidSimulator
  connectionId: string
  sync: () => Promise<SyncResult>
}

/** A household with one Plaid login at a simulated bank; `sync` happens on the bank's day. */
export async function linkedPlaid(bank: SimulatedBank): Promise<LinkedPlaid> {
  const made = await createHousehold({ timeZone: 'UTC' })
  const { simulator, settings, origin } = await plaidWorld(bank)
  const world: World = { simulators: [origin], settings }
  const scope = atDay(made, bank.today)
  simulator.now = scope.now
  const begun = await beginLink(
    scope,
    { provider: 'plaid', institutionId: null, returnUrl: 'http://localhost/link', consent },
    world,
  )
  if (begun.start.kind !== 'redirect') throw new Error('Plaid links by a page of its own.')
  simulator.finishLink(begun.start.secret?.reveal() ?? '')
  const { connectionId } = await completeLink(scope, { state: begun.state, fields: {} }, world)
  const sync = () => syncOn(atDay(made, bank.today), connectionId, world)
  return { scope, world, simulator, connectionId, sync }
}
