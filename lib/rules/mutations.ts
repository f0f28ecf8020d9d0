import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { categories, rules } from '#db/schema/categories.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { assert, notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { compile, ruleMatches, textsOf } from './match.ts'
import { isChangeable, type MatchingRow, matchingRows, readRules, ruleOf } from './queries.ts'
import type { CreateRuleInput, RuleConditionInput, UpdateRuleInput } from './schema.ts'
import type { Rule } from './types.ts'

/** Throws not_found unless the category is the household's own and in use. */
export async function requireCategory(tx: Tx, scope: Scope, id: string): Promise<void> {
  const rows = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(
      and(
        eq(categories.householdId, scope.householdId),
        eq(categories.id, id),
        isNull(categories.archivedAt),
      ),
    )
  if (rows.length === 0) throw notFound('The category')
}

async function requireAccount(tx: Tx, scope: Scope, id: string | null | undefined): Promise<void> {
  if (!id) return
  const rows = await bulk(tx, 'select 1 from accounts where household_id = $1 and id = $2', [
    scope.householdId,
    id,
  ])
  if (rows.length === 0) throw notFound('The account')
}

/**
 * Puts a rule before all others, inside a transaction. One with the same condition only gets the new category, and
 * `created` is false.
 */
export async function putRule(
  tx: Tx,
  scope: Scope,
  input: RuleConditionInput & { categoryId: string },
): Promise<{ rule: Rule; created: boolean }> {
  await requireCategory(tx, scope, input.categoryId)
  await requireAccount(tx, scope, input.accountId)
  const all = await readRules(tx, scope)
  const same = all.find(
    (rule) =>
      rule.field === input.field &&
      rule.operator === input.operator &&
      rule.value.toLowerCase() === input.value.toLowerCase() &&
      rule.accountId === input.accountId &&
      rule.minMinor === input.minMinor &&
      rule.maxMinor === input.maxMinor,
  )
  const first = Math.min(0, ...all.map((rule) => rule.position))
  const { field, operator, value, accountId, minMinor, maxMinor, categoryId } = input
  const rows = same
    ? await tx
        .update(rules)
        .set({ categoryId, enabled: true, position: first - 1 })
        .where(and(eq(rules.householdId, scope.householdId), eq(rules.id, same.id)))
        .returning()
    : await tx
        .insert(rules)
        .values({
          householdId: scope.householdId,
          id: newId(),
          position: first - 1,
          field,
          operator,
          value,
          accountId,
          minMinor,
          maxMinor,
          categoryId,
        })
        .returning()
  const row = rows[0]
  assert(row, 'a written rule is returned')
  await recordAudit(
    tx,
    scope,
    same ? 'rule.updated' : 'rule.created',
    { type: 'rule', id: row.id },
    { value },
  )
  return { rule: ruleOf(row), created: !same }
}

/** Gives the rule's category to rows it is the first to match and that nobody categorised by hand; returns them as they were. */
export async function applyRuleRows(tx: Tx, scope: Scope, rule: Rule): Promise<MatchingRow[]> {
  const earlier = (await readRules(tx, scope)).filter(
    (other) => other.enabled && other.id !== rule.id && other.position < rule.position,
  )
  const compiled = earlier.map(compile)
  const rows = (await matchingRows(tx, scope, rule)).filter((row) => {
    if (!isChangeable(row, rule.categoryId)) return false
    const texts = textsOf(row)
    return !compiled.some((other) => ruleMatches(other, row, texts))
  })
  if (rows.length > 0)
    await bulk(
      tx,
      `update transactions set category_id = $2, category_source = 'rule', category_confidence = 100, version = version + 1
       where household_id = $1 and id = any($3::uuid[])`,
      [scope.householdId, rule.categoryId, rows.map((row) => row.id)],
    )
  return rows
}

/** A new rule, tried before all others; with `apply` it changes the rows that are there (`changed`). */
export async function createRule(
  scope: Scope,
  input: CreateRuleInput,
): Promise<{ rule: Rule; changed: number }> {
  return withScope(scope, async (tx) => {
    const { rule } = await putRule(tx, scope, input)
    return { rule, changed: input.apply ? (await applyRuleRows(tx, scope, rule)).length : 0 }
  })
}

async function findRule(tx: Tx, scope: Scope, id: string): Promise<Rule> {
  const rule = (await readRules(tx, scope)).find((candidate) => candidate.id === id)
  if (!rule) throw notFound('The rule')
  return rule
}

/** Changes what is given; rows that are there keep their categories until the rule is applied. */
export async function updateRule(scope: Scope, input: UpdateRuleInput): Promise<Rule> {
  return withScope(scope, async (tx) => {
    await findRule(tx, scope, input.id)
    if (input.categoryId) await requireCategory(tx, scope, input.categoryId)
    await requireAccount(tx, scope, input.accountId)
    const { id, ...fields } = input
    const rows = await tx
      .update(rules)
      .set(fields)
      .where(and(eq(rules.householdId, scope.householdId), eq(rules.id, id)))
      .returning()
    await recordAudit(tx, scope, 'rule.updated', { type: 'rule', id }, { fields: Object.keys(fields) })
    const row = rows[0]
    assert(row, 'an update of a found row returns it')
    return ruleOf(row)
  })
}

export async function deleteRule(scope: Scope, input: { id: string }): Promise<Rule> {
  return withScope(scope, async (tx) => {
    const rule = await findRule(tx, scope, input.id)
    await tx.delete(rules).where(and(eq(rules.householdId, scope.householdId), eq(rules.id, input.id)))
    await recordAudit(tx, scope, 'rule.deleted', { type: 'rule', id: input.id }, { value: rule.value })
    return rule
  })
}

/** Gives the rule's category to the rows that are there; see applyRuleRows. */
export async function applyRule(scope: Scope, input: { id: string }): Promise<{ changed: number }> {
  return withScope(scope, async (tx) => {
    const rule = await findRule(tx, scope, input.id)
    const rows = await applyRuleRows(tx, scope, rule)
    await recordAudit(tx, scope, 'rule.applied', { type: 'rule', id: rule.id }, { changed: rows.length })
    return { changed: rows.length }
  })
}

/** The order in which rules are tried; ids that are not given come after, in their old order. */
export async function reorderRules(scope: Scope, input: { ids: string[] }): Promise<Rule[]> {
  return withScope(scope, async (tx) => {
    const all = await readRules(tx, scope)
    const wanted = new Map(input.ids.map((id, index) => [id, index]))
    if (input.ids.some((id) => !all.some((rule) => rule.id === id))) throw notFound('The rule')
    const ordered = all.toSorted(
      (a, b) => (wanted.get(a.id) ?? input.ids.length) - (wanted.get(b.id) ?? input.ids.length),
    )
    await tx.execute(sql`update rules set position = p.position - 1
      from unnest(${sql.param(ordered.map((rule) => rule.id))}::uuid[]) with ordinality as p(id, position)
      where rules.household_id = ${scope.householdId}::uuid and rules.id = p.id`)
    await recordAudit(tx, scope, 'rules.reordered', { type: 'rule' })
    return readRules(tx, scope)
  })
}
