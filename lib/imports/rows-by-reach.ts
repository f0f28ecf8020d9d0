import { plainArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

export type Aliases = { ids: string[]; prints: string[] }
const none: Aliases = { ids: [], prints: [] }

/** The rows of an account that answer to one of these keys, by the sources given or by any. */
export async function idsByAlias(
  tx: Tx,
  scope: Scope,
  accountId: string,
  keys: readonly string[],
  sources?: readonly string[],
): Promise<string[]> {
  const rows = await bulk<{ id: string }>(
    tx,
    `select distinct transaction_id as id from transaction_aliases
     where household_id = $1 and account_id = $2 and key = any($3::text[]) ${sources ? 'and source = any($4::text[])' : ''}`,
    [scope.householdId, accountId, textArray(keys), ...(sources ? [textArray(sources)] : [])],
  )
  return rows.map(({ id }) => id)
}

/** What rows answer to besides what they say now: `source|id` of ids, and fingerprints. */
async function aliasesOf(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Map<string, Aliases>> {
  const rows = await bulk<{ id: string; ids: string[] | null; prints: string[] | null }>(
    tx,
    `select transaction_id as id, array_agg(source || '|' || key) filter (where source <> 'fingerprint') as ids,
       array_agg(key) filter (where source = 'fingerprint') as prints
     from transaction_aliases where household_id = $1 and transaction_id = any($2::uuid[]) group by 1`,
    [scope.householdId, plainArray(ids)],
  )
  return new Map(rows.map((row) => [row.id, { ids: row.ids ?? [], prints: row.prints ?? [] }]))
}

/**
 * Rows of an account that one of several ways leads to, by date, each once, with their aliases. `ways` are conditions on `t`;
 * parameters are numbered from $3. One index walk for each way and no join: a store whose statistics are older than the last
 * large import was seen to compare each of 10,000 rows with each of 60,000.
 */
export async function rowsByReach<Row extends { id: string }>(
  tx: Tx,
  scope: Scope,
  accountId: string,
  columns: string,
  ways: readonly string[],
  parameters: readonly (string | null)[],
): Promise<(Row & { aliases: Aliases })[]> {
  const arms = ways.map(
    (way) =>
      `select ${columns} from transactions t where t.household_id = $1 and t.account_id = $2 and ${way}`,
  )
  const rows = await bulk<Row>(tx, `${arms.join(' union all ')} order by date, id`, [
    scope.householdId,
    accountId,
    ...parameters,
  ])
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  const aliases = await aliasesOf(
    tx,
    scope,
    once.map(({ id }) => id),
  )
  return once.map((row) => ({ ...row, aliases: aliases.get(row.id) ?? none }))
}
