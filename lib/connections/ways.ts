import type { ProviderId } from './providers/port.ts'
import { findProvider } from './providers.ts'
import type { Institution } from './types.ts'

/** The slug of the bank that Minh plays itself; it has a place in the picker, but no statement file. */
export const demoBank = { slug: 'demo-bank', name: 'Demo Bank' } as const

const ofPayPal: readonly ProviderId[] = ['paypal', 'plaid', 'simplefin']
const ofAmericans: readonly ProviderId[] = ['plaid', 'simplefin', 'mastercard']
const ofSePay: readonly ProviderId[] = ['sepay']
const withSePay = ['mb-bank', 'vietinbank']

/** The live ways to link a bank that can exist at all, best first; empty where no lawful one does. */
export function liveWaysOf({ slug, country }: Pick<Institution, 'slug' | 'country'>): readonly ProviderId[] {
  if (slug === 'paypal') return ofPayPal
  if (country === 'US') return ofAmericans
  return withSePay.includes(slug) ? ofSePay : []
}

/** Of these, the ones this version knows and whose keys, if it needs any, are there. */
export const offered = (ways: readonly ProviderId[], configured: ReadonlySet<string>): ProviderId[] =>
  ways.filter((id) => {
    return findProvider(id) !== null && configured.has(id)
  })

const isAbout = (query: string, text: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word))

/** Whether "demo" or "minh" was searched for, or nothing. */
export const demoMatches = (query: string): boolean => isAbout(query, 'demo bank minh thử sample')

/** Whether Europe was searched for, or nothing. */
export const europeMatches = (query: string): boolean =>
  isAbout(query, 'europe european bank eu sepa iban enable banking châu âu')

/** Banks that SePay reaches and that have no page of their own here. */
export const otherOfSePay = ['ACB', 'BIDV', 'KienLongBank', 'MSB', 'OCB', 'TPBank', 'VPBank'] as const

/** Whether one of them, or SePay, was searched for, or nothing. */
export const otherOfSePayMatch = (query: string): boolean =>
  isAbout(query, `${otherOfSePay.join(' ')} sepay vietnam việt nam`.toLowerCase())
