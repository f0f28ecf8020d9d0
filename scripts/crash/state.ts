import { bulk, withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

const parts = {
  rows: "select count(*) || ' of ' || coalesce(sum(minor), 0) from transactions where household_id = $1",
  fingerprints: 'select count(distinct fingerprint) from transactions where household_id = $1',
  days: "select coalesce(sum(count), 0) || ' of ' || coalesce(sum(minor), 0) from rollup_days where household_id = $1",
  months:
    "select coalesce(sum(count), 0) || ' of ' || coalesce(sum(minor), 0) from rollup_months where household_id = $1",
  merchants:
    "select coalesce(sum(count), 0) || ' of ' || coalesce(sum(minor), 0) from rollup_merchants where household_id = $1",
  accounts:
    "select count(*) || ' of ' || coalesce(sum(balance_minor), 0) from accounts where household_id = $1",
  files: 'select count(*) from statement_files where household_id = $1',
  imports: 'select count(*) from imports where household_id = $1',
}

/** All that an import leaves behind in a household, as one line to compare. */
export async function stateOf(scope: Scope): Promise<string> {
  const columns = Object.entries(parts).map(([name, query]) => `(${query})::text as ${name}`)
  const [row] = await withScope(scope, (tx) =>
    bulk<Record<string, string>>(tx, `select ${columns.join(', ')}`, [scope.householdId]),
  )
  return Object.entries(row ?? {})
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}
