import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { alerts } from '#db/schema/alerts.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { MailState } from '#lib/mail/types.ts'
import { evidenceFromJson } from './evidence-json.ts'
import { storedRules } from './stored-rules.ts'
import { type Alert, type AlertRule, type AlertStatus, isRuleType } from './types.ts'

export type AlertFilter = {
  /** `open` is new and seen. */
  show: 'open' | 'dismissed' | 'all'
  /** The id of the last alert of the page above. */
  before?: string | null
  limit?: number
}

type Stored = {
  id: string
  rule_id: string
  type: string
  status: AlertStatus
  account_id: string | null
  occurred_on: string
  evidence: unknown
  created_at: Date
  seen_at: Date | null
  mail_id: string | null
  mail_state: MailState | null
  tried_at: Date | null
  accepted_at: Date | null
}

/** Only the alerts of the person's own rules: a rule looks at accounts that others may not see. */
const select = `
  select a.id, a.rule_id, a.type, a.status, a.account_id, a.occurred_on::text as occurred_on, a.evidence, a.created_at, a.seen_at,
    a.mail_id, w.state as mail_state, e.tried_at, e.accepted_at
  from alerts a
  join alert_rules r on r.household_id = a.household_id and r.id = a.rule_id and r.user_id = $2
  left join mails w on w.household_id = a.household_id and w.id = a.mail_id
  left join lateral (
    select min(m.at) filter (where m.event = 'tried') as tried_at, max(m.at) filter (where m.event = 'accepted') as accepted_at
    from mail_events m where m.household_id = a.household_id and m.mail_id = a.mail_id
  ) as e on true
  where a.household_id = $1`

function alertOf(row: Stored): Alert[] {
  if (!isRuleType(row.type)) return []
  const posted = asDate(row.occurred_on)
  return [
    {
      id: row.id,
      ruleId: row.rule_id,
      type: row.type,
      status: row.status,
      accountId: row.account_id,
      occurredOn: posted,
      evidence: evidenceFromJson(row.evidence),
      times: {
        posted,
        written: row.created_at,
        seen: row.seen_at,
        sent: row.tried_at,
        delivered: row.accepted_at,
      },
      mailId: row.mail_id,
      mailState: row.mail_state,
    },
  ]
}

/** The person's alerts, newest first. */
export const listAlerts = (
  scope: Scope,
  filter: AlertFilter,
): Promise<{ alerts: Alert[]; next: string | null }> =>
  withScope(scope, async (tx) => {
    const limit = filter.limit ?? 30
    const statuses: AlertStatus[] =
      filter.show === 'all'
        ? ['new', 'seen', 'dismissed']
        : filter.show === 'open'
          ? ['new', 'seen']
          : ['dismissed']
    const before = filter.before && isId(filter.before) ? filter.before : null
    const rows = await bulk<Stored>(
      tx,
      `${select} and a.status = any($3) and ($4::uuid is null or a.id < $4::uuid) order by a.id desc limit $5`,
      [scope.householdId, scope.userId, statuses, before, limit + 1],
    )
    const page = rows.slice(0, limit)
    return { alerts: page.flatMap(alertOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  })

export const getAlert = (scope: Scope, alertId: string): Promise<Alert> =>
  withScope(scope, (tx) => alertIn(tx, scope, alertId))

/** One alert of the person's own rules; throws not_found. */
export async function alertIn(tx: Tx, scope: Scope, alertId: string): Promise<Alert> {
  if (!isId(alertId)) throw notFound('The alert')
  const rows = await bulk<Stored>(tx, `${select} and a.id = $3`, [scope.householdId, scope.userId, alertId])
  const [alert] = rows.flatMap(alertOf)
  if (!alert) throw notFound('The alert')
  return alert
}

/** How many alerts wait for a look: the badge in the navigation. */
export const countNewAlerts = (scope: Scope): Promise<number> =>
  withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(alerts)
      .where(
        and(
          eq(alerts.householdId, scope.householdId),
          eq(alerts.status, 'new'),
          sql`exists (select from alert_rules r where r.household_id = ${scope.householdId} and r.id = ${alerts.ruleId} and r.user_id = ${scope.userId})`,
        ),
      )
    return row?.count ?? 0
  })

export const listAlertRules = (scope: Scope): Promise<AlertRule[]> =>
  withScope(scope, (tx) => storedRules(tx, scope, { userId: scope.userId }))

export const getAlertRule = (scope: Scope, ruleId: string): Promise<AlertRule> =>
  withScope(scope, (tx) => ruleIn(tx, scope, ruleId))

/** One rule of the person's own; throws not_found. */
export async function ruleIn(tx: Tx, scope: Scope, ruleId: string): Promise<AlertRule> {
  if (!isId(ruleId)) throw notFound('The alert rule')
  const [rule] = await storedRules(tx, scope, { userId: scope.userId, id: ruleId })
  if (!rule) throw notFound('The alert rule')
  return rule
}
