import type { ProviderId } from './providers/port.ts'

const known: readonly ProviderId[] = [
  'demo',
  'simplefin',
  'plaid',
  'paypal',
  'mastercard',
  'enablebanking',
  'sepay',
]

/** The provider, if the catalogue has words for it (`connections.providers.<id>`). */
export const providerIdOf = (id: string): ProviderId | null => known.find((each) => each === id) ?? null
