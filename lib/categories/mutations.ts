import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { categories } from '#db/schema/categories.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError, assert } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { categoryOf, findCategory } from './queries.ts'
import type { CreateCategoryInput, UpdateCategoryInput } from './schema.ts'
import { taxonomy } from './taxonomy.ts'
import type { Category } from './types.ts'

/** Gives a new household the built-in tree, in one statement; running it again adds nothing. */
export async function seedCategories(tx: Tx, scope: Scope): Promise<void> {
  const ids = new Map<string, string>(taxonomy.map((entry) => [entry.key, newId()]))
  await bulk(
    tx,
    `insert into categories (household_id, id, parent_id, key, kind, color, position)
     select $1, id, parent_id, key, kind, color, position
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::integer[])
       as t(id, parent_id, key, kind, color, position)
     on conflict do nothing`,
    [
      scope.householdId,
      taxonomy.map((entry) => ids.get(entry.key)),
      taxonomy.map((entry) => (entry.parent ? ids.get(entry.parent) : null)),
      taxonomy.map((entry) => entry.key),
      taxonomy.map((entry) => entry.kind),
      taxonomy.map((entry) => entry.color),
      taxonomy.map((_, index) => index),
    ],
  )
}

const mine = (scope: Scope, id: string) =>
  and(eq(categories.householdId, scope.householdId), eq(categories.id, id))

/** A hue from the name, so that the same name has the same one everywhere. */
const hueOf = (name: string): number =>
  ([...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6) + 1

/** A new group, or a child of a group (two levels at most). */
export async function createCategory(scope: Scope, input: CreateCategoryInput): Promise<Category> {
  return withScope(scope, async (tx) => {
    const parent = input.parentId ? await findCategory(tx, scope, input.parentId) : null
    if (parent?.parentId) throw new AppError('invalid', 'A category has two levels at most.')
    const position = await bulk<{ next: number }>(
      tx,
      'select coalesce(max(position), 0) + 1 as next from categories where household_id = $1',
      [scope.householdId],
    )
    const rows = await tx
      .insert(categories)
      .values({
        householdId: scope.householdId,
        id: newId(),
        parentId: input.parentId,
        name: input.name,
        kind: parent?.kind ?? input.kind,
        color: input.color ?? parent?.color ?? hueOf(input.name),
        position: position[0]?.next ?? 0,
      })
      .returning()
    const row = rows[0]
    assert(row, 'an insert returns its row')
    await recordAudit(tx, scope, 'category.created', { type: 'category', id: row.id }, { name: input.name })
    return categoryOf(row)
  })
}

/** Another name or hue. */
export async function updateCategory(scope: Scope, input: UpdateCategoryInput): Promise<Category> {
  return withScope(scope, async (tx) => {
    const before = await findCategory(tx, scope, input.id)
    if (input.name === null && before.key === null)
      throw new AppError('invalid', 'A category of your own needs a name.')
    const rows = await tx
      .update(categories)
      .set({ name: input.name, color: input.color ?? before.color })
      .where(mine(scope, input.id))
      .returning()
    const row = rows[0]
    assert(row, 'an update of a found row returns it')
    await recordAudit(tx, scope, 'category.updated', { type: 'category', id: row.id }, { name: row.name })
    return categoryOf(row)
  })
}

/**
 * Takes a category (with its children) out of use. Rows, parts of splits, rules and corrections go to `into`, or stay without
 * a category. Returns how many rows moved. Split parts change only while their row says it has none, for the rollups.
 */
export async function archiveCategory(
  scope: Scope,
  input: { id: string; into: string | null },
): Promise<{ moved: number }> {
  return withScope(scope, async (tx) => {
    const category = await findCategory(tx, scope, input.id)
    const into = input.into ? await findCategory(tx, scope, input.into) : null
    if (into && (into.id === category.id || into.parentId === category.id || into.archived))
      throw new AppError('invalid', 'The rows need another category to go to.')
    const family = await bulk<{ id: string }>(
      tx,
      'select id from categories where household_id = $1 and (id = $2 or parent_id = $2)',
      [scope.householdId, category.id],
    )
    const values = [scope.householdId, family.map((row) => row.id), into?.id ?? null]
    const moved = await bulk(
      tx,
      `update transactions set category_id = $3::uuid, version = version + 1,
         category_source = case when $3::uuid is null then null else category_source end
       where household_id = $1 and category_id = any($2::uuid[]) returning id`,
      values,
    )
    const parents = await bulk<{ id: string }>(
      tx,
      `update transactions t set is_split = false where household_id = $1 and is_split and exists (
         select 1 from transaction_splits p where p.household_id = $1 and p.transaction_id = t.id
           and p.category_id = any($2::uuid[])) returning t.id`,
      values.slice(0, 2),
    )
    await bulk(
      tx,
      `update transaction_splits set category_id = $3::uuid where household_id = $1 and category_id = any($2::uuid[])`,
      values,
    )
    await bulk(
      tx,
      `update transactions set is_split = true, version = version + 1 where household_id = $1 and id = any($2::uuid[])`,
      [scope.householdId, parents.map((row) => row.id)],
    )
    if (into)
      await bulk(
        tx,
        'update rules set category_id = $3::uuid where household_id = $1 and category_id = any($2::uuid[])',
        values,
      )
    else
      await bulk(
        tx,
        'delete from rules where household_id = $1 and category_id = any($2::uuid[])',
        values.slice(0, 2),
      )
    await bulk(
      tx,
      `update merchants set category_id = $3::uuid, corrections = case when $3::uuid is null then 0 else corrections end
       where household_id = $1 and category_id = any($2::uuid[])`,
      values,
    )
    await tx.execute(sql`update categories set archived_at = ${scope.now.toISOString()}::timestamptz
      where household_id = ${scope.householdId}::uuid and id = any(${sql.param(family.map((row) => row.id))}::uuid[])`)
    const count = moved.length + parents.length
    await recordAudit(
      tx,
      scope,
      'category.archived',
      { type: 'category', id: category.id },
      { into: into?.id ?? null, moved: count },
    )
    return { moved: count }
  })
}
