import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { categories } from '#db/schema/categories.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Category, CategoryNode } from './types.ts'

export const categoryOf = (row: typeof categories.$inferSelect): Category => ({
  id: row.id,
  parentId: row.parentId,
  key: row.key,
  name: row.name,
  kind: row.kind,
  color: row.color,
  position: row.position,
  archived: row.archivedAt !== null,
})

/** Every category in use, groups and children, in their order; archived ones too when asked for (old rows may name them). */
export async function listCategories(
  scope: Scope,
  options: { includeArchived?: boolean } = {},
): Promise<Category[]> {
  return withScope(scope, async (tx) => {
    const mine = eq(categories.householdId, scope.householdId)
    const rows = await tx
      .select()
      .from(categories)
      .where(options.includeArchived ? mine : and(mine, isNull(categories.archivedAt)))
      .orderBy(asc(categories.position), asc(categories.id))
    return rows.map(categoryOf)
  })
}

/** A category of the household, archived or not, inside a transaction; AppError not_found otherwise. */
export async function findCategory(tx: Tx, scope: Scope, id: string): Promise<Category> {
  const rows = isId(id)
    ? await tx
        .select()
        .from(categories)
        .where(and(eq(categories.householdId, scope.householdId), eq(categories.id, id)))
    : []
  const row = rows[0]
  if (!row) throw notFound('The category')
  return categoryOf(row)
}

/** The tree in use with how many rows (or parts of split rows) each category has. */
export async function categoryTree(scope: Scope): Promise<CategoryNode[]> {
  const all = await listCategories(scope)
  const counts = await withScope(scope, (tx) =>
    bulk<{ id: string; count: string }>(
      tx,
      `select category_id as id, sum(count) as count from rollup_months where household_id = $1 group by 1`,
      [scope.householdId],
    ),
  )
  const rows = new Map(counts.map((count) => [count.id, Number(count.count)]))
  const node = (category: Category): CategoryNode => ({
    ...category,
    rows: rows.get(category.id) ?? 0,
    children: all.filter((child) => child.parentId === category.id).map(node),
  })
  return all.filter((category) => category.parentId === null).map(node)
}
