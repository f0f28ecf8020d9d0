import 'server-only'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { CategorySource } from '#lib/categories/types.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { normalise } from '#lib/rules/match.ts'
import { applyRuleRows, putRule, requireCategory } from '#lib/rules/mutations.ts'
import type { CategoryUndo, SetCategoryInput } from './schema.ts'

type Row = {
  id: string
  payee: string
  merchantKey: string
  isSplit: boolean
  categoryId: string | null
  categorySource: CategorySource | null
  categoryConfidence: number | null
}

export type CategoryChange = { changed: number; rulesMade: number; undo: CategoryUndo }

async function rowsOf(tx: Tx, scope: Scope, ids: string[]): Promise<Row[]> {
  const rows = await bulk<Row>(
    tx,
    `select id, payee, merchant_key as "merchantKey", is_split as "isSplit", category_id as "categoryId",
       category_source as "categorySource", category_confidence as "categoryConfidence"
     from transactions where household_id = $1 and id = any($2::uuid[]) and deleted_at is null`,
    [scope.householdId, ids],
  )
  if (rows.length !== new Set(ids).size) throw notFound('The transaction')
  return rows
}

type Taught = CategoryUndo['merchants'][number]

/** Remembers a correction for the payees; the next import follows it. Returns what was known before. */
export async function teach(
  tx: Tx,
  scope: Scope,
  rows: readonly { merchantKey: string; payee: string }[],
  categoryId: string | null,
): Promise<Taught[]> {
  const names = new Map(rows.map((row) => [row.merchantKey, row.payee]))
  const keys = [...names.keys()]
  const before = await bulk<Taught>(
    tx,
    `select key, category_id as "categoryId", corrections from merchants where household_id = $1 and key = any($2::text[])`,
    [scope.householdId, keys],
  )
  await bulk(
    tx,
    `insert into merchants (household_id, key, name, category_id, corrections)
     select $1, key, name, $4::uuid, case when $4::uuid is null then 0 else 1 end from unnest($2::text[], $3::text[]) as t(key, name)
     on conflict on constraint merchants_pk do update set category_id = $4::uuid,
       corrections = case when $4::uuid is null then 0
         when merchants.category_id = $4::uuid then merchants.corrections + 1 else 1 end`,
    [scope.householdId, keys, [...names.values()], categoryId],
  )
  return keys.map((key) => before.find((row) => row.key === key) ?? { key, categoryId: null, corrections: 0 })
}

type Before = Pick<Row, 'id' | 'categoryId' | 'categorySource' | 'categoryConfidence'>

function groupsOf(rows: readonly Before[]): CategoryUndo['groups'] {
  const groups = new Map<string, CategoryUndo['groups'][number]>()
  for (const row of rows) {
    const name = `${row.categoryId} ${row.categorySource} ${row.categoryConfidence}`
    const group = groups.get(name) ?? {
      categoryId: row.categoryId,
      source: row.categorySource,
      confidence: row.categoryConfidence,
      ids: [],
    }
    group.ids.push(row.id)
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** A payee that was renamed is still found by its key. */
const ruleValue = (row: Row): string =>
  normalise(row.payee) === row.merchantKey ? row.payee : row.merchantKey

/**
 * The user's choice for some rows. It teaches the payees; with `always` it also makes a rule for each payee and gives its past
 * rows the category, except those chosen by hand. `undo` goes to `undoCategories`. A split row has no category of its own.
 */
export async function setCategory(scope: Scope, input: SetCategoryInput): Promise<CategoryChange> {
  return withScope(scope, async (tx) => {
    const { categoryId } = input
    if (categoryId) await requireCategory(tx, scope, categoryId)
    const chosen = await rowsOf(tx, scope, input.ids)
    if (chosen.some((row) => row.isSplit))
      throw new AppError('invalid', 'A split row has the categories of its parts.', {
        messageKey: 'splitHasParts',
      })
    await bulk(
      tx,
      `update transactions set category_id = $3::uuid, category_source = 'user', category_confidence = 100, edited_at = $4,
         version = version + 1
       where household_id = $1 and id = any($2::uuid[])`,
      [scope.householdId, input.ids, categoryId, scope.now],
    )
    const merchants = await teach(tx, scope, chosen, categoryId)
    const payees = new Map(chosen.map((row) => [row.merchantKey, row]))
    const past: Before[] = []
    const ruleIds: string[] = []
    if (input.always && categoryId)
      for (const row of payees.values()) {
        const condition = { accountId: null, minMinor: null, maxMinor: null, categoryId }
        const { rule, created } = await putRule(tx, scope, {
          ...condition,
          field: 'payee',
          operator: 'is',
          value: ruleValue(row),
        })
        if (created) ruleIds.push(rule.id)
        past.push(
          ...(await applyRuleRows(tx, scope, rule)).map((before) => ({
            ...before,
            categorySource: before.categorySource as CategorySource | null,
          })),
        )
      }
    const groups = groupsOf([...chosen, ...past])
    const changed = chosen.length + past.length
    await recordAudit(
      tx,
      scope,
      'transaction.categorised',
      { type: 'transaction', id: chosen[0]?.id },
      { categoryId, changed, always: input.always },
    )
    return { changed, rulesMade: ruleIds.length, undo: { groups, ruleIds, merchants } }
  })
}

/** Takes setCategory back: categories, rules and what was taught. */
export async function undoCategories(scope: Scope, undo: CategoryUndo): Promise<{ changed: number }> {
  return withScope(scope, async (tx) => {
    let changed = 0
    for (const group of undo.groups) {
      const rows = await bulk(
        tx,
        `update transactions set category_id = $3::uuid, category_source = $4, category_confidence = $5, version = version + 1
         where household_id = $1 and id = any($2::uuid[]) and deleted_at is null returning id`,
        [scope.householdId, group.ids, group.categoryId, group.source, group.confidence],
      )
      changed += rows.length
    }
    await bulk(tx, 'delete from rules where household_id = $1 and id = any($2::uuid[])', [
      scope.householdId,
      undo.ruleIds,
    ])
    await bulk(
      tx,
      `update merchants m set category_id = u.category_id, corrections = u.corrections
       from unnest($2::text[], $3::uuid[], $4::integer[]) as u(key, category_id, corrections)
       where m.household_id = $1 and m.key = u.key`,
      [
        scope.householdId,
        undo.merchants.map((row) => row.key),
        undo.merchants.map((row) => row.categoryId),
        undo.merchants.map((row) => row.corrections),
      ],
    )
    await recordAudit(tx, scope, 'transaction.categories_restored', { type: 'transaction' }, { changed })
    return { changed }
  })
}
