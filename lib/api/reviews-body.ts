import { toDecimal } from '#lib/core/money.ts'
import type { listReviews } from '#lib/imports/review-queries.ts'
import type { ReviewedRow } from '#lib/imports/types.ts'

const rowBody = ({ id, date, payee, amount }: ReviewedRow) => ({
  id,
  date,
  payee,
  amount: toDecimal(amount),
  currency: amount.currency,
})

/** What an import leaves to decide, as the public API says it. */
export const reviewsBody = ({ data, open }: Awaited<ReturnType<typeof listReviews>>) => ({
  data: data.map(({ stored, fresh, ...review }) => ({
    ...review,
    stored: rowBody(stored),
    fresh: fresh && rowBody(fresh),
  })),
  open,
})
