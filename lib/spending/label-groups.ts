import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { categoryName } from '#lib/categories/view.ts'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { periodOf } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import { formatDate, formatDateRange, formatMonth, formatWeekday } from '#lib/i18n/format.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import { noCategory } from './no-category.ts'
import type { SpendingGroupBy } from './types.ts'

export type GroupLabel = { label: string; color?: number; parentId?: string | null }

type CategoryRow = {
  id: string
  parent_id: string | null
  key: string | null
  name: string | null
  color: number
}

async function categoryLabels(tx: Tx, scope: Scope): Promise<Map<string, GroupLabel>> {
  const t = translatorFor(scope.locale, 'categories')
  const rows = await bulk<CategoryRow>(
    tx,
    'select id, parent_id, key, name, color from categories where household_id = $1',
    [scope.householdId],
  )
  const labels = rows.map((row): [string, GroupLabel] => [
    row.id,
    { label: categoryName(row, t), color: row.color, parentId: row.parent_id },
  ])
  return new Map([...labels, [noCategory, { label: categoryName(null, t), parentId: null }]])
}

/** What people call a merchant: its own name, else what its newest row says. */
async function merchantLabels(tx: Tx, scope: Scope, keys: readonly string[]) {
  const rows = await bulk<{ key: string; label: string | null }>(
    tx,
    `select k.key, coalesce(m.name, newest.payee) as label from unnest($2::text[]) as k(key)
     left join merchants m on m.household_id = $1 and m.key = k.key
     left join lateral (
       select t.payee from transactions t where t.household_id = $1 and t.merchant_key = k.key and m.key is null
       order by t.date desc limit 1
     ) as newest on true`,
    [scope.householdId, keys],
  )
  return new Map(rows.map((row): [string, GroupLabel] => [row.key, { label: row.label ?? row.key }]))
}

async function accountLabels(tx: Tx, scope: Scope) {
  const rows = await bulk<{ id: string; name: string }>(
    tx,
    'select id, name from accounts where household_id = $1',
    [scope.householdId],
  )
  return new Map(rows.map((row): [string, GroupLabel] => [row.id, { label: row.name }]))
}

function periodLabel(scope: Scope, key: string): string {
  const period = periodOf(asDate(key), scope)
  if (period.month && scope.monthStartDay === 1) return formatMonth(period.month, scope.locale, true)
  return formatDateRange(period.from, period.to, scope.locale)
}

/** Any Monday: only its weekday is shown. */
const monday = asDate('2024-01-01')

/** The words for the keys of a grouping, in the scope's language. */
export async function labelGroups(
  tx: Tx,
  scope: Scope,
  groupBy: SpendingGroupBy,
  keys: readonly string[],
): Promise<(key: string) => GroupLabel> {
  if (groupBy === 'month') return (key) => ({ label: periodLabel(scope, key) })
  if (groupBy === 'day') return (key) => ({ label: formatDate(asDate(key), scope.locale) })
  if (groupBy === 'weekday')
    return (key) => ({ label: formatWeekday(addDays(monday, Number(key) - 1), scope.locale) })
  const labels =
    groupBy === 'category'
      ? await categoryLabels(tx, scope)
      : groupBy === 'merchant'
        ? await merchantLabels(tx, scope, keys)
        : await accountLabels(tx, scope)
  return (key) => labels.get(key) ?? { label: key }
}
