import { expect, test } from 'vitest'
import type { Connection } from './queries.ts'
import { healthOf, healthTextOf, needsAttention } from './view.ts'

const now = new Date('2026-03-10T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const connection = (changes: Partial<Connection> = {}): Connection => ({
  id: '00000000-0000-7000-8000-000000000000',
  provider: 'demo',
  institutionId: null,
  institutionName: 'Demo Bank',
  state: 'ok',
  stateReason: null,
  stateSince: daysAgo(30),
  staleSince: null,
  lastAttemptAt: daysAgo(0),
  lastSuccessAt: daysAgo(0),
  nextSyncAt: null,
  backoffUntil: null,
  running: false,
  createdAt: daysAgo(30),
  disconnectedAt: null,
  accessEndsAt: null,
  consent: { id: 'c', data: [], purposes: ['show'], grantedAt: daysAgo(30), expiresAt: daysAgo(-300) },
  accounts: [],
  ...changes,
})

const ranOut = { id: 'c', data: [], purposes: [], grantedAt: daysAgo(366), expiresAt: now }

test.each<[string, Partial<Connection>, string, string]>([
  ['fetched just now', {}, 'fine', 'sync'],
  ['never tried', { lastAttemptAt: null, lastSuccessAt: null }, 'never', 'sync'],
  ['silent for three days', { lastSuccessAt: daysAgo(3) }, 'fine', 'sync'],
  ['silent for longer', { lastSuccessAt: daysAgo(3.01) }, 'stale', 'sync'],
  ['known to be old', { staleSince: daysAgo(1) }, 'stale', 'sync'],
  ['to sign in again', { state: 'needs_reauth' }, 'person', 'repair'],
  ['about to run out at the bank', { state: 'expiring' }, 'person', 'repair'],
  ['consent at its last moment', { consent: ranOut }, 'person', 'renew'],
  ['consent over', { state: 'needs_reauth', stateReason: 'consent_expired' }, 'person', 'renew'],
  [
    'ended at the bank, and the consent with it',
    { accessEndsAt: now, state: 'needs_reauth', stateReason: 'consent_expired', consent: ranOut },
    'person',
    'repair',
  ],
  ['most rows taken back', { state: 'error', stateReason: 'mass_removal' }, 'held', 'allow'],
  ['no good answer', { state: 'error', stateReason: 'down' }, 'provider', 'sync'],
  ['ended', { state: 'disconnected', consent: ranOut }, 'ended', 'link'],
])('%s', (_name, changes, health, action) => {
  expect(healthOf(connection(changes), now)).toEqual({ health, action })
})

test.each<[string, Partial<Connection>, string]>([
  ['dead until its owner comes', { state: 'needs_reauth' }, 'person'],
  ['one bank of many that wants its owner', { state: 'needs_reauth', nextSyncAt: now }, 'partly'],
  ['an access that ends soon', { state: 'expiring', accessEndsAt: daysAgo(-3) }, 'expiring'],
  ['an access that has ended', { state: 'expiring', accessEndsAt: now }, 'person'],
  ['a consent that is over', { consent: ranOut }, 'renew'],
  ['fine', {}, 'fine'],
])('what is said of %s is true', (_name, changes, text) => {
  expect(healthTextOf(connection(changes), now)).toBe(text)
})

test('only what somebody should look at asks for attention', () => {
  const all = ['never', 'fine', 'stale', 'person', 'provider', 'held', 'ended'] as const
  expect(all.filter(needsAttention)).toEqual(['stale', 'person', 'provider', 'held'])
})
