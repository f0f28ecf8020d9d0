import 'server-only'
import { bulk, withOperator, withScope } from '#db/scope.ts'
import { makeScope } from '#lib/auth/make-scope.ts'
import { jobScope } from '#lib/auth/process-scope.ts'
import { lockConnection } from '#lib/connections/lease.ts'
import { silentDays, tellTrouble } from './trouble-alerts.ts'

type Silent = { householdId: string; userId: string; id: string; code: string | null }

/** A login that was said to be broken is not said to be silent as well: its spell has an alert already. */
const silent = `
  select c.household_id as "householdId", c.owner_id as "userId", c.id,
    coalesce(c.state_reason, (
      select r.error_code from sync_runs r where r.household_id = c.household_id and r.connection_id = c.id
      order by r.started_at desc, r.id desc limit 1
    )) as code
  from connections c
  where c.state <> 'disconnected' and coalesce(c.last_success_at, c.created_at) <= $1::timestamptz - make_interval(days => $2)
    and exists (
      select from alert_rules r
      where r.household_id = c.household_id and r.user_id = c.owner_id and r.type = 'connection_trouble' and r.enabled
        and not exists (
          select from alerts a where a.household_id = r.household_id and a.rule_id = r.id and starts_with(a.dedupe_key,
            c.id || ':' || (extract(epoch from coalesce(c.last_success_at, c.created_at)) * 1000)::bigint || ':')
        )
    )
  order by coalesce(c.last_success_at, c.created_at) limit 200`

/** Tells of every login that brought no data for 3 days, once until it does again; at most 200 a call. Returns the alerts. */
export async function tellOfSilence(now: Date): Promise<number> {
  const found = await withOperator((tx) => bulk<Silent>(tx, silent, [now, silentDays]))
  let told = 0
  for (const { householdId, userId, id, code } of found) {
    const person = await jobScope(householdId, userId)
    if (!person) continue
    const { today: _today, now: _now, actor, ...parts } = person
    const scope = makeScope(parts, actor, now)
    told += await withScope(scope, async (tx) => {
      const row = await lockConnection(tx, scope, id)
      const heard = (row.lastSuccessAt ?? row.createdAt).getTime()
      const isSilent = now.getTime() - heard >= silentDays * 86_400_000
      if (row.state === 'disconnected' || !isSilent) return 0
      return tellTrouble(tx, scope, { row, cause: 'silent', code, heardAt: row.lastSuccessAt })
    })
  }
  return told
}
