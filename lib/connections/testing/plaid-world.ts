import { secretOf } from '#lib/secrets/secret.ts'
import { plaid } from '../providers/plaid.ts'
import type { LinkAnswer } from '../providers/port.ts'
import { noKept } from './contract.ts'
import type { SimulatedBank } from './simulated-bank.ts'
import { type PlaidSimulator, plaidSimulator } from './simulators/plaid.ts'

/** Plaid before its simulator, with keys and the simulator's address. */
export const plaidWorld = async (
  bank: SimulatedBank,
  set: (simulator: PlaidSimulator) => void = () => undefined,
) => {
  const simulator = await plaidSimulator(bank)
  set(simulator)
  const { clientId, secret } = simulator.keys
  return {
    provider: plaid,
    origin: simulator.origin,
    settings: {
      clientId: secretOf(clientId),
      secret: secretOf(secret),
      env: secretOf(simulator.origin),
    },
    answer: (): LinkAnswer => ({ ...noKept({}), kept: secretOf(simulator.linked()) }),
    close: simulator.close,
    simulator,
  }
}
