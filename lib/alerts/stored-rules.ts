import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { alertRules } from '#db/schema/alerts.ts'
import type { Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { rules as ruleTypes } from './rules/all-rules.ts'
import { type AlertRule, isRuleType } from './types.ts'

export type StoredRule = AlertRule & { userId: string }

type Filter = { enabled?: boolean; userId?: string; id?: string }

/** Rules of the household, oldest first, with their defaults filled in. Types of a newer version are passed over. */
export async function storedRules(tx: Tx, scope: Scope, filter: Filter = {}): Promise<StoredRule[]> {
  const rows = await tx
    .select()
    .from(alertRules)
    .where(
      and(
        eq(alertRules.householdId, scope.householdId),
        filter.enabled === undefined ? undefined : eq(alertRules.enabled, filter.enabled),
        filter.userId ? eq(alertRules.userId, filter.userId) : undefined,
        filter.id ? eq(alertRules.id, filter.id) : undefined,
      ),
    )
    .orderBy(asc(alertRules.id))
  return rows.flatMap(({ householdId: _household, type, params, ...rule }) =>
    isRuleType(type) ? [{ ...rule, type, params: ruleTypes[type].restore(params) }] : [],
  )
}
