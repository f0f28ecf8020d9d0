/** What a row counts as; `entry_bucket()` in the store decides which. */
export const buckets = [
  'spending',
  'one_off',
  'refund',
  'income',
  'transfer',
  'card_payment',
  'investment',
  'pending',
  'excluded',
] as const
export type Bucket = (typeof buckets)[number]
