import { demo } from './providers/demo.ts'
import { enablebanking } from './providers/enablebanking.ts'
import { mastercard } from './providers/mastercard.ts'
import { paypal } from './providers/paypal.ts'
import { plaid } from './providers/plaid.ts'
import type { Provider, ProviderId } from './providers/port.ts'
import { ProviderError } from './providers/provider-error.ts'
import { sepay } from './providers/sepay.ts'
import { simplefin } from './providers/simplefin.ts'

/** Every provider there is, best first. */
export const providers: readonly Provider[] = [
  plaid,
  simplefin,
  paypal,
  enablebanking,
  sepay,
  mastercard,
  demo,
]

export const findProvider = (id: string): Provider | null =>
  providers.find((provider) => provider.id === id) ?? null

/** The provider of a stored connection; throws ProviderError when this version does not know it. */
export function providerOf(id: ProviderId | string): Provider {
  const provider = findProvider(id)
  if (!provider) throw new ProviderError('not_supported', 'The provider is not known here.')
  return provider
}
