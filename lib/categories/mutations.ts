import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { taxonomy } from './taxonomy.ts'

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
