import type { CalendarDate } from '#lib/core/calendar.ts'

/** Which rows may fire: all of the window, or only those that one write added. */
export type Judged = { kind: 'all' } | { kind: 'import'; importId: string } | { kind: 'transaction' }

export type Window = {
  from: CalendarDate
  to: CalendarDate
  /** The written accounts with the first day that counts for each; null is all of them from `from` on. */
  accounts: { id: string; from: CalendarDate }[] | null
  judged: Judged
}

/** A row that counts as money spent. The buckets are the store's, so that an alert and a total never disagree. */
export const purchaseColumns = `
  t.id, t.account_id, a.name as account_name, t.date::text as date, t.payee, t.minor::text as minor, t.currency, t.merchant_key,
  t.raw_description, c.key as category_key`

export const purchaseSource = `
  from transactions t
  join accounts a on a.household_id = t.household_id and a.id = t.account_id and not a.hidden
  left join categories c on c.household_id = t.household_id and c.id = t.category_id`

export const isPurchase = `t.minor < 0 and t.deleted_at is null
  and entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type) in ('spending', 'one_off')`

/** SQL for "this write added it"; `$n` is the import's id. Rows of an open transaction carry its own time. */
export const addedBy = (judged: Judged, parameter: number): string => {
  if (judged.kind === 'all') return `($${parameter}::uuid is null)`
  return judged.kind === 'import'
    ? `t.import_id = $${parameter}::uuid`
    : `(t.created_at = now()::timestamptz(3) and $${parameter}::uuid is null)`
}

export const importIdOf = (judged: Judged): string | null =>
  judged.kind === 'import' ? judged.importId : null
