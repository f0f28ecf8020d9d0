import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { errorAfter, whatAPersonMends, whatIsOurs } from '#lib/connections/sync.ts'
import { type CalendarDate, dateInZone } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { silentDays, troubleCandidate } from './trouble-alerts.ts'
import type { Candidate, TroubleCause } from './types.ts'

type Run = { connectionId: string; status: 'ok' | 'failed' | 'held'; at: Date; code: string | null }
type Login = {
  id: string
  ownerId: string
  institutionName: string
  createdAt: Date
  disconnectedAt: Date | null
}

/** Ends of a run that say nothing of the login. */
const noFailure = ['interrupted', 'disconnected', ...whatIsOurs]

/** What would have been told since `from` of the person's own logins, read from the history of their syncs. */
export async function replayTroubles(tx: Tx, scope: Scope, from: CalendarDate): Promise<Candidate[]> {
  const logins = await bulk<Login>(
    tx,
    `select id, owner_id as "ownerId", institution_name as "institutionName", created_at as "createdAt",
       disconnected_at as "disconnectedAt"
     from connections where household_id = $1 and owner_id = $2 order by id`,
    [scope.householdId, scope.userId],
  )
  // The last good sync before the window begins the spell that the window may find going on.
  const runs = await bulk<Run>(
    tx,
    `select r.connection_id as "connectionId", r.status, r.started_at as at, r.error_code as code from sync_runs r
     where r.household_id = $1 and r.status <> 'running' and r.connection_id = any($2::uuid[])
       and r.started_at >= coalesce((
         select max(b.started_at) from sync_runs b where b.household_id = r.household_id
           and b.connection_id = r.connection_id and b.status = 'ok' and b.started_at < $3::date - 1
       ), '-infinity')
     order by r.started_at, r.id`,
    [scope.householdId, logins.map(({ id }) => id), from],
  )
  return logins.flatMap((login) =>
    troublesOf(
      login,
      runs.filter(({ connectionId }) => connectionId === login.id),
      scope,
    ).filter(({ occurredOn }) => occurredOn >= from && dateInZone(scope.now, scope.timeZone) >= occurredOn),
  )
}

function troublesOf(row: Login, runs: readonly Run[], scope: Scope): Candidate[] {
  const found: Candidate[] = []
  let heardAt: Date | null = null
  let failures = 0
  let told = new Set<TroubleCause>()
  let code: string | null = null
  const tell = (cause: TroubleCause, at: Date) => {
    if (told.has(cause)) return
    found.push(troubleCandidate({ row, cause, code, heardAt }, at, scope.timeZone))
    told.add(cause)
  }
  const silenceUntil = (at: Date) => {
    const due = new Date((heardAt ?? row.createdAt).getTime() + silentDays * 86_400_000)
    if (told.size === 0 && due <= at) tell('silent', due)
  }
  for (const run of runs) {
    silenceUntil(run.at)
    if (run.status === 'failed') {
      if (run.code === null || noFailure.includes(run.code)) continue
      code = run.code
      failures += 1
      const cause = whatAPersonMends.includes(run.code) ? 'needs_reauth' : 'error'
      if (cause === 'needs_reauth' || failures >= errorAfter) tell(cause, run.at)
      continue
    }
    const isHeldAgain = run.status === 'held' && code === 'mass_removal'
    heardAt = run.at
    failures = 0
    told = new Set(isHeldAgain ? ['held'] : [])
    code = run.status === 'held' ? 'mass_removal' : null
    if (run.status === 'held') tell('held', run.at)
  }
  silenceUntil(row.disconnectedAt ?? scope.now)
  return found
}
