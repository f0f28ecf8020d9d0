import { decideBody } from '#lib/api/review-endpoints.ts'
import { reviewsBody } from '#lib/api/reviews-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { decideReviews } from '#lib/imports/review-mutations.ts'
import { listReviews } from '#lib/imports/review-queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) =>
  reviewsBody(await listReviews(scope, id, { limit: 1000, settled: true })),
)

export const POST = tokenRoute('write', { body: decideBody }, ({ scope, id, body }) =>
  decideReviews(scope, { id, ...body }),
)
