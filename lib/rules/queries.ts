import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { rules } from '#db/schema/categories.ts'
import { bulk, type Tx, toBigInt, withScope } from '#db/scope.ts'
import { money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { compile, normalise, type RuleSubject, ruleMatches, textsOf } from './match.ts'
import type { Rule, RuleCondition, RuleTest } from './types.ts'

export const ruleOf = (row: typeof rules.$inferSelect): Rule => ({
  id: row.id,
  position: row.position,
  field: row.field,
  operator: row.operator,
  value: row.value,
  accountId: row.accountId,
  minMinor: row.minMinor,
  maxMinor: row.maxMinor,
  categoryId: row.categoryId,
  enabled: row.enabled,
})

/** The household's rules in the order they are tried, inside a transaction. */
export async function readRules(tx: Tx, scope: Scope): Promise<Rule[]> {
  const rows = await tx
    .select()
    .from(rules)
    .where(eq(rules.householdId, scope.householdId))
    .orderBy(asc(rules.position), asc(rules.id))
  return rows.map(ruleOf)
}

/** The household's rules in the order they are tried. */
export const listRules = (scope: Scope): Promise<Rule[]> => withScope(scope, (tx) => readRules(tx, scope))

export type MatchingRow = RuleSubject & {
  id: string
  date: string
  currency: string
  categoryId: string | null
  categorySource: string | null
  categoryConfidence: number | null
}

/** Live, whole rows that a condition fits, newest first. The store narrows by words, the matcher of imports decides. */
export async function matchingRows(tx: Tx, scope: Scope, condition: RuleCondition): Promise<MatchingRow[]> {
  const words = normalise(condition.value).split(' ')
  if (words[0] === '' || words.length === 0) return []
  const rows = await bulk<Omit<MatchingRow, 'minor'> & { minor: string }>(
    tx,
    `select id, date::text as date, payee, merchant_key as "merchantKey", raw_description as "rawDescription", minor,
       currency, account_id as "accountId", category_id as "categoryId", category_source as "categorySource",
       category_confidence as "categoryConfidence"
     from transactions where household_id = $1 and deleted_at is null and not is_split
       and replace(search_fold(payee || ' ' || merchant_key || ' ' || raw_description), '''', '') like all ($2::text[])
     order by date desc, id desc`,
    [scope.householdId, words.map((word) => `%${word}%`)],
  )
  const compiled = compile(condition)
  return rows
    .map((row) => ({ ...row, minor: toBigInt(row.minor) }))
    .filter((row) => ruleMatches(compiled, row, textsOf(row)))
}

/** Whether a rule may give this row its category: the user did not choose, and it has another one. */
export const isChangeable = (row: MatchingRow, categoryId: string | null): boolean =>
  row.categorySource !== 'user' && row.categoryId !== categoryId

/** What a rule would do to the rows that are there; writes nothing. */
export async function testRule(
  scope: Scope,
  input: { condition: RuleCondition; categoryId: string | null },
): Promise<RuleTest> {
  return withScope(scope, async (tx) => {
    const rows = await matchingRows(tx, scope, input.condition)
    return {
      matches: rows.length,
      changes: rows.filter((row) => isChangeable(row, input.categoryId)).length,
      examples: rows.slice(0, 5).map((row) => ({
        id: row.id,
        payee: row.payee,
        date: row.date,
        amount: money(row.minor, row.currency),
      })),
    }
  })
}
