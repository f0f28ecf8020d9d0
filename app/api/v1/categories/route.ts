import { newCategoryBody } from '#lib/api/ledger-schema.ts'
import { whole } from '#lib/api/list.ts'
import { namedCategory } from '#lib/api/named-category.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { createCategory } from '#lib/categories/mutations.ts'
import { listCategories } from '#lib/categories/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) =>
  whole((await listCategories(scope)).map((category) => namedCategory(scope, category))),
)

export const POST = tokenRoute('write', { body: newCategoryBody, status: 201 }, async ({ scope, body }) =>
  namedCategory(scope, await createCategory(scope, body)),
)
