import type { CalendarDate } from '#lib/core/calendar.ts'

const buckets = {
  spending: 'spending,refund,one_off',
  income: 'income',
  toReview: 'spending,refund,income',
  pending: 'pending',
  excluded: 'excluded',
  transfer: 'transfer',
  card_payment: 'card_payment',
  investment: 'investment',
  refund: 'refund',
  one_off: 'one_off',
} as const

export type RowsFilter = {
  from?: CalendarDate
  to?: CalendarDate
  accountId?: string
  categoryId?: string
  merchant?: string
  /** What the rows count as: `spending` is spending, refunds and one-off purchases. */
  counts?: keyof typeof buckets
}

/** The transaction list, filtered to the rows behind a number. */
export function rowsHref({ from, to, accountId, categoryId, merchant, counts }: RowsFilter): string {
  const query = new URLSearchParams()
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  if (accountId) query.set('account', accountId)
  if (categoryId) query.set('category', categoryId)
  if (merchant) query.set('merchant', merchant)
  if (counts) query.set('bucket', buckets[counts])
  const text = query.toString()
  return text ? `/transactions?${text}` : '/transactions'
}

/** An address with some of its parameters; those without a value are left out. */
export function withQuery(path: string, query: Record<string, string | undefined | null>): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
}
