import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { makeScope } from '#lib/auth/make-scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { World } from '../context.ts'
import { beginLink, completeLink } from '../link.ts'
import { renewConsent } from '../mutations.ts'
import { type SyncResult, syncConnection } from '../sync.ts'
import { hostSetting } from './host-setting.ts'
import type { SimulatedBank } from './simulated-bank.ts'
import { type SimplefinSimulator, simplefinSimulator } from './simulators/simplefin.ts'

export type LinkedWorld = {
  scope: Scope
  world: World
  simulator: SimplefinSimulator
  connectionId: string
  sync: () => Promise<SyncResult>
}

export const consent = {
  data: ['accounts', 'transactions'],
  purposes: ['show' as const],
  textVersion: 1,
  days: 365,
}

export const atMoment = (scope: Scope, now: Date): Scope => {
  const { today: _today, now: _now, actor, ...parts } = scope
  return makeScope(parts, actor, now)
}

/** The scope as it is at noon of a day. */
export const atDay = (scope: Scope, day: string, hour = 15): Scope =>
  atMoment(scope, new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`))

/**
 * Syncs at the scope's moment. A person renews the consent on the day it has run out (thousand days hold more than one), and
 * waits where the provider asked for a pause.
 */
export async function syncOn(
  today: Scope,
  connectionId: string,
  world: World,
  afterWrite: () => Promise<void> = async () => undefined,
): Promise<SyncResult> {
  const ask = (scope = today) => syncConnection(scope, connectionId, { trigger: 'person', afterWrite, world })
  const result = await ask()
  if (result.status === 'waiting' && result.until) return ask(atMoment(today, result.until))
  if (result.status !== 'failed' || result.code !== 'consent_expired') return result
  await renewConsent(today, { id: connectionId, purposes: consent.purposes, days: consent.days })
  return ask()
}

/** A household with one SimpleFIN login at a simulated bank; `sync` happens on the bank's day. */
export async function linkedWorld(bank: SimulatedBank): Promise<LinkedWorld> {
  const made = await createHousehold({ timeZone: 'UTC' })
  const simulator = await simplefinSimulator(bank)
  const world: World = { simulators: [simulator.origin], settings: hostSetting(simulator.origin) }
  const scope = atDay(made, bank.today)
  const begun = await beginLink(
    scope,
    { provider: 'simplefin', institutionId: null, returnUrl: 'http://localhost/link', consent },
    world,
  )
  const { connectionId } = await completeLink(
    scope,
    { state: begun.state, fields: { token: simulator.setupToken() } },
    world,
  )
  const sync = () => syncOn(atDay(made, bank.today), connectionId, world)
  return { scope, world, simulator, connectionId, sync }
}

/** Every live row as one line: account, provider's id, amount, status. */
export const ledgerOf = async (scope: Scope): Promise<string[]> => {
  const rows = await withScope(scope, (tx) =>
    bulk<{ line: string }>(
      tx,
      `select l.provider_account_id || ' ' || coalesce(t.external_id, '?') || ' ' || t.minor || ' ' || t.status as line
       from transactions t join connection_accounts l on l.household_id = t.household_id and l.account_id = t.account_id
       where t.household_id = $1 and t.deleted_at is null`,
      [scope.householdId],
    ),
  )
  return rows.map(({ line }) => line).sort()
}

/** The bank's truth in the same words; rows before `since` are out of its reach. */
export const truthOf = (bank: SimulatedBank, without: ReadonlySet<string> = new Set()): string[] =>
  [...bank.rows.values()]
    .filter(({ id }) => !without.has(id))
    .map((row) => `${row.accountId} ${row.id} ${row.minor} ${row.pending ? 'pending' : 'posted'}`)
    .sort()
