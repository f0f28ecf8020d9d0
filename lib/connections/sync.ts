import 'server-only'
import { and, eq } from 'drizzle-orm'
import { connectionAccounts, connections, syncRuns } from '#db/schema/connections.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { EgressError } from '#lib/privacy/types.ts'
import { nextDay, nextSync, retryAt } from './backoff.ts'
import { type ActiveConsent, requireConsent } from './consent.ts'
import { type ConnectionRow, contextOf, secretOfConnection, type World } from './context.ts'
import { egressCode } from './failure-code.ts'
import {
  countRequests,
  type Lease,
  ownConnection,
  requestsToday,
  requireLease,
  type Trigger,
  takeLease,
} from './lease.ts'
import { tellProgress } from './progress.ts'
import type { Provider, Pull } from './providers/port.ts'
import { isProviderError, ProviderError } from './providers/provider-error.ts'
import { findProvider, providerOf } from './providers.ts'
import { type SyncWritten, writePull } from './rows/write-pull.ts'

export type SyncOptions = {
  trigger: Trigger
  /** What belongs into the same transaction as the rows: alerts. */
  afterWrite: (tx: Tx, scope: Scope, written: SyncWritten, consent: ActiveConsent) => Promise<void>
  /** The same for a login that has just turned to `needs_reauth` or `error`, in the transaction that writes that state. */
  afterTrouble?: (tx: Tx, scope: Scope, trouble: Turned) => Promise<void>
  world?: World
}

/** A login that stopped working. `heardAt` is the last sync that brought data: it names the spell until the next one. */
export type Turned = {
  row: ConnectionRow
  cause: 'needs_reauth' | 'error' | 'held'
  code: string
  heardAt: Date | null
}

/** `running`: another sync has the lease. `waiting`: not before `until`. `code` is a key under `connections.errors`. */
export type SyncResult =
  | { status: 'ok' | 'held'; runId: string; added: number; modified: number; removed: number }
  | { status: 'failed'; runId: string; code: string; until: Date | null }
  | { status: 'running' | 'waiting'; until: Date | null }

const pullLimitMs = 8 * 60_000

/**
 * Syncs one connection: all pages first, outside any transaction; then rows, cursor, balances and alerts in one. Works in
 * every state but `disconnected` (AppError conflict). What goes wrong at a provider is a result, not an error.
 */
export async function syncConnection(scope: Scope, id: string, options: SyncOptions): Promise<SyncResult> {
  const lease = await takeLease(scope, id, options.trigger)
  if (!lease) return { status: 'running', until: null }
  if (lease instanceof Date) return { status: 'waiting', until: lease }
  const { row, runId } = lease
  let requests = () => 0
  try {
    const consent = await requireConsent(scope, id)
    const provider = providerOf(row.provider)
    const made = await contextOf(
      scope,
      provider,
      'sync',
      {
        connectionId: id,
        consentId: consent.id,
        secret: secretOfConnection(scope, row),
        requestsToday: requestsToday(row, scope),
        byPerson: options.trigger === 'person' || options.trigger === 'link',
        signal: AbortSignal.timeout(options.world?.pullMs ?? pullLimitMs),
      },
      options.world,
    )
    requests = made.requests
    tellProgress(id, { runId, phase: 'asking', requests: 0, rows: 0 })
    const pull = await provider.pull(made.context, row.cursor, (progress) =>
      tellProgress(id, { runId, phase: 'asking', ...progress }),
    )
    await requireAccounts(scope, id, pull)
    const rows = pull.added.length + pull.modified.length
    tellProgress(id, { runId, phase: 'writing', requests: requests(), rows })
    return await withScope(scope, (tx) =>
      store(tx, scope, lease, provider, pull, requests(), {
        written: (written) => options.afterWrite(tx, scope, written, consent),
        trouble: async (turned) => options.afterTrouble?.(tx, scope, turned),
      }),
    )
  } catch (error) {
    return await fail(scope, lease, error, requests(), options.afterTrouble)
  } finally {
    tellProgress(id, { runId, phase: 'done', requests: 0, rows: 0 })
  }
}

/** A login whose accounts are all gone at once, without a word, is a bad day of the provider and no sync that went well. */
async function requireAccounts(scope: Scope, id: string, pull: Pull): Promise<void> {
  if (pull.accounts.length > 0 || pull.needsReauth) return
  const known = and(
    eq(connectionAccounts.householdId, scope.householdId),
    eq(connectionAccounts.connectionId, id),
  )
  if ((await withScope(scope, (tx) => tx.$count(connectionAccounts, known))) > 0)
    throw new ProviderError('bad_answer', 'The provider shows no account any more.')
}

async function store(
  tx: Tx,
  scope: Scope,
  lease: Lease,
  provider: Provider,
  pull: Pull,
  requests: number,
  after: { written: (written: SyncWritten) => Promise<void>; trouble: (turned: Turned) => Promise<void> },
): Promise<SyncResult> {
  const row = await requireLease(tx, scope, lease)
  const { runId } = lease
  const removalsAllowed = row.removalsAllowedUntil !== null && row.removalsAllowedUntil > scope.now
  const login = { id: row.id, provider: row.provider, institutionName: row.institutionName, removalsAllowed }
  const outcome = await writePull(tx, scope, login, provider, pull, runId)
  const stateOf = pull.needsReauth ? 'needs_reauth' : outcome.held ? 'error' : expiryState(row, scope)
  const reason = pull.needsReauth ? 'needs_reauth' : outcome.held ? 'mass_removal' : null
  const keepsCursor = outcome.held && provider.capabilities.listing === 'delta'
  const soon = new Date(scope.now.getTime() + 5 * 60_000)
  await after.written(outcome.written)
  if ((stateOf === 'needs_reauth' || stateOf === 'error') && stateOf !== row.state) {
    const cause = stateOf === 'needs_reauth' ? stateOf : 'held'
    await after.trouble({ row, cause, code: reason ?? stateOf, heardAt: scope.now })
  }
  await tx
    .update(connections)
    .set({
      ...turnTo(row, scope, stateOf, reason),
      ...countRequests(row, scope, requests),
      cursor: keepsCursor ? row.cursor : pull.cursor,
      staleSince: pull.needsReauth ? (row.staleSince ?? scope.now) : null,
      leaseHolder: null,
      leaseExpiresAt: null,
      failures: 0,
      backoffUntil: null,
      removalsAllowedUntil: outcome.held ? row.removalsAllowedUntil : null,
      lastSuccessAt: scope.now,
      nextSyncAt: pull.ready ? nextSync(provider.capabilities, runId, scope.now) : soon,
    })
    .where(ownConnection(scope, row.id))
  const { added, modified, removed, held } = outcome
  await tx
    .update(syncRuns)
    .set({
      status: held ? 'held' : 'ok',
      phase: 'done',
      endedAt: endOf(scope),
      rowsSeen: pull.added.length + pull.modified.length,
      added,
      modified,
      removed,
      requests,
      notices: pull.notices,
    })
    .where(ownRun(scope, runId))
  return { status: held ? 'held' : 'ok', runId, added, modified, removed }
}

const endOf = (scope: Scope): Date => new Date(Math.max(Date.now(), scope.now.getTime()))

const ownRun = (scope: Scope, runId: string) =>
  and(eq(syncRuns.householdId, scope.householdId), eq(syncRuns.id, runId))

type State = ConnectionRow['state']

/** A consent that ends within a week is said a week ahead. */
const expiryState = (row: ConnectionRow, scope: Scope): State =>
  row.consentExpiresAt && row.consentExpiresAt.getTime() - scope.now.getTime() < 7 * 86_400_000
    ? 'expiring'
    : 'ok'

const turnTo = (row: ConnectionRow, scope: Scope, state: State, reason: string | null) => ({
  state,
  stateReason: reason,
  stateSince: row.state === state && row.stateReason === reason ? row.stateSince : scope.now,
})

export const whatAPersonMends: readonly string[] = [
  'needs_reauth',
  'revoked',
  'payment_due',
  'bad_token',
  'consent_expired',
]

/** What stops a sync here, and says nothing of the login. */
export const whatIsOurs: readonly string[] = ['third_parties_off', 'over_budget', 'overtaken']

type Failure = { code: string; retryAfter: number | null; needsPerson: boolean }

/** The pull ran into its limit of time, or was called off. */
const isCalledOff = (error: unknown): boolean =>
  error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)

function failureOf(error: unknown): Failure | null {
  if (isProviderError(error)) {
    const needsPerson = whatAPersonMends.includes(error.code)
    return { code: error.code, retryAfter: error.retryAfterSeconds, needsPerson }
  }
  if (error instanceof EgressError) return { code: egressCode(error), retryAfter: null, needsPerson: false }
  if (isCalledOff(error)) return { code: 'down', retryAfter: null, needsPerson: false }
  if (isAppError(error) && (error.code === 'conflict' || error.code === 'not_found'))
    return { code: 'overtaken', retryAfter: null, needsPerson: false }
  return null
}

/** So many failures in a row make a login `error`: fewer are the weather. */
export const errorAfter = 3

/** When it goes on after what was our own doing: the budget is one of a day, all else keeps the provider's pace. */
function resumeAt(row: ConnectionRow, code: string, scope: Scope): Date {
  const provider = findProvider(row.provider)
  return code === 'over_budget' || !provider
    ? nextDay(row.id, scope.now)
    : nextSync(provider.capabilities, row.id, scope.now)
}

/** Writes down why nothing came and when to try again; an error that is nobody's fault but ours goes on. */
async function fail(
  scope: Scope,
  lease: Lease,
  error: unknown,
  requests: number,
  afterTrouble: SyncOptions['afterTrouble'],
): Promise<SyncResult> {
  const failure = failureOf(error)
  const { code, retryAfter, needsPerson } = failure ?? {
    code: 'internal',
    retryAfter: null,
    needsPerson: false,
  }
  const kept = await withScope(scope, async (tx) => {
    await tx
      .update(syncRuns)
      .set({ status: 'failed', phase: 'done', endedAt: endOf(scope), requests, errorCode: code })
      .where(and(ownRun(scope, lease.runId), eq(syncRuns.status, 'running')))
    const [row] = await tx.select().from(connections).where(ownConnection(scope, lease.row.id)).for('update')
    if (!row || row.leaseHolder !== lease.runId) return null
    const isOurs = whatIsOurs.includes(code)
    const failures = isOurs ? row.failures : row.failures + 1
    const wait = isOurs ? resumeAt(row, code, scope) : retryAt(failures, retryAfter, row.id, scope.now)
    const isBroken = !isOurs && failures >= errorAfter
    const state: State = needsPerson ? 'needs_reauth' : isBroken ? 'error' : row.state
    await tx
      .update(connections)
      .set({
        ...(isOurs || (state === row.state && !needsPerson && failures < errorAfter)
          ? {}
          : turnTo(row, scope, state, code)),
        ...countRequests(row, scope, requests),
        staleSince: row.staleSince ?? row.lastSuccessAt ?? scope.now,
        leaseHolder: null,
        leaseExpiresAt: null,
        failures,
        backoffUntil: wait,
        // Without its owner nothing would come of it; a repair or a new consent sets the clock again.
        nextSyncAt: needsPerson ? null : wait,
      })
      .where(ownConnection(scope, row.id))
    if (state !== row.state && (state === 'needs_reauth' || state === 'error'))
      await afterTrouble?.(tx, scope, { row, cause: state, code, heardAt: row.lastSuccessAt })
    return { until: wait }
  })
  // Somebody ended the login or took the sync over: whatever went wrong here concerns nobody any more.
  if (!kept) return { status: 'failed', runId: lease.runId, code: 'overtaken', until: null }
  if (!failure) throw error
  return { status: 'failed', runId: lease.runId, code, until: kept.until }
}
