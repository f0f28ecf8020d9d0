import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { alertRules, alerts } from '#db/schema/alerts.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { alertIn, ruleIn } from './queries.ts'
import { rules } from './rules/all-rules.ts'
import type { NewRule, RulePatch } from './schema.ts'
import type { Alert, AlertRule } from './types.ts'

export { seedAlertRules } from './seed.ts'

/** Dismisses an alert, or brings it back (`seen`). */
export const setAlertStatus = (
  scope: Scope,
  { alertId, status }: { alertId: string; status: 'seen' | 'dismissed' },
): Promise<Alert> =>
  withScope(scope, async (tx) => {
    const before = await alertIn(tx, scope, alertId)
    if (before.status === status) return before
    await tx
      .update(alerts)
      .set({ status, seenAt: before.times.seen ?? scope.now })
      .where(and(eq(alerts.householdId, scope.householdId), eq(alerts.id, alertId)))
    await recordAudit(tx, scope, `alert.${status}`, { type: 'alert', id: alertId })
    return alertIn(tx, scope, alertId)
  })

/** Notes that the person has had these alerts before their eyes; ids of others change nothing. */
export const markAlertsSeen = (scope: Scope, alertIds: readonly string[]): Promise<void> =>
  withScope(scope, async (tx) => {
    if (alertIds.length === 0) return
    await tx
      .update(alerts)
      .set({ status: 'seen', seenAt: scope.now })
      .where(
        and(
          eq(alerts.householdId, scope.householdId),
          inArray(alerts.id, [...alertIds]),
          eq(alerts.status, 'new'),
          inArray(alerts.ruleId, tx.select({ id: alertRules.id }).from(alertRules).where(ownRules(scope))),
        ),
      )
  })

const ownRules = (scope: Scope) =>
  and(eq(alertRules.householdId, scope.householdId), eq(alertRules.userId, scope.userId))

/** Adds a rule of the person's own; params that do not fit its type are `invalid`. */
export const createAlertRule = (scope: Scope, input: NewRule): Promise<AlertRule> =>
  withScope(scope, async (tx) => {
    const id = newId()
    const params = rules[input.type].parse(input.params)
    const { householdId, userId } = scope
    await tx.insert(alertRules).values({ ...input, householdId, userId, id, params })
    await recordAudit(tx, scope, 'alert_rule.created', { type: 'alert_rule', id }, { ...input, params })
    return ruleIn(tx, scope, id)
  })

/** Changes what is named and leaves the rest; `params` are replaced whole. */
export const updateAlertRule = (scope: Scope, ruleId: string, patch: RulePatch): Promise<AlertRule> =>
  withScope(scope, async (tx) => {
    const rule = await ruleIn(tx, scope, ruleId)
    const { muted, params, ...switches } = patch
    const change = {
      ...switches,
      ...(params && { params: rules[rule.type].parse(params) }),
      ...(muted !== undefined && { mutedAt: muted ? (rule.mutedAt ?? scope.now) : null }),
    }
    if (Object.keys(change).length === 0) return rule
    await write(tx, scope, ruleId, change)
    await recordAudit(tx, scope, 'alert_rule.updated', { type: 'alert_rule', id: ruleId }, patch)
    return ruleIn(tx, scope, ruleId)
  })

const write = (tx: Tx, scope: Scope, ruleId: string, change: Partial<typeof alertRules.$inferInsert>) =>
  tx
    .update(alertRules)
    .set(change)
    .where(and(ownRules(scope), eq(alertRules.id, ruleId)))

/** Removes a rule and its alerts. */
export const deleteAlertRule = (scope: Scope, ruleId: string): Promise<void> =>
  withScope(scope, async (tx) => {
    const rule = await ruleIn(tx, scope, ruleId)
    await tx.delete(alertRules).where(and(ownRules(scope), eq(alertRules.id, ruleId)))
    await recordAudit(
      tx,
      scope,
      'alert_rule.deleted',
      { type: 'alert_rule', id: ruleId },
      { type: rule.type },
    )
  })

/** Takes back what an import had told of, with it; part of undoing it. Mails that were written stay in the list of mails. */
export async function forgetAlertsOf(tx: Tx, scope: Scope, importId: string): Promise<void> {
  await tx.delete(alerts).where(and(eq(alerts.householdId, scope.householdId), eq(alerts.importId, importId)))
}
