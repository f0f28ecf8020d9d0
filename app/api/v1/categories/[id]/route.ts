import { categoryDelete, categoryPatch } from '#lib/api/ledger-schema.ts'
import { namedCategory } from '#lib/api/named-category.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { archiveCategory, updateCategory } from '#lib/categories/mutations.ts'

export const PATCH = tokenRoute('write', { body: categoryPatch }, async ({ scope, id, body }) =>
  namedCategory(scope, await updateCategory(scope, { id, ...body })),
)

export const DELETE = tokenRoute('write', { query: categoryDelete }, async ({ scope, id, query }) => {
  await archiveCategory(scope, { id, into: query.into ?? null })
})
