import 'server-only'
import { bulk, toBigInt, withScope } from '#db/scope.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import { money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { ImportReview, ReviewedRow } from './types.ts'

type Row = {
  kind: ImportReview['kind']
  decision: ImportReview['decision']
  line: number
  total: string
  id: string
  date: CalendarDate
  minor: string
  currency: string
  payee: string
  new_id: string | null
  new_date: CalendarDate | null
  new_minor: string | null
  new_payee: string | null
}

const stored = (row: Row): ReviewedRow => ({
  id: row.id,
  date: row.date,
  payee: row.payee,
  amount: money(toBigInt(row.minor), row.currency),
})

const fresh = (row: Row): ReviewedRow | null =>
  row.new_id && row.new_date && row.new_minor
    ? {
        id: row.new_id,
        date: row.new_date,
        payee: row.new_payee ?? '',
        amount: money(toBigInt(row.new_minor), row.currency),
      }
    : null

/**
 * What an import leaves to decide, in the order of the file: at most `limit` of each kind, and how many there are. With
 * `settled`, decided ones too. Throws `not_found`.
 */
export async function listReviews(
  scope: Scope,
  importId: string,
  options: { limit?: number; settled?: boolean } = {},
): Promise<{ data: ImportReview[]; open: Record<ImportReview['kind'], number> }> {
  if (!isId(importId)) throw notFound('The import')
  const rows = await withScope(scope, async (tx) => {
    const known = await bulk(tx, 'select 1 from imports where household_id = $1 and id = $2', [
      scope.householdId,
      importId,
    ])
    if (known.length === 0) throw notFound('The import')
    return bulk<Row>(
      tx,
      `select * from (
         select r.kind, r.decision, r.line, k.id, k.date::text as date, k.minor::text as minor, k.currency, k.payee,
           n.id as new_id, n.date::text as new_date, n.minor::text as new_minor, n.payee as new_payee,
           count(*) filter (where r.decision is null) over (partition by r.kind) as total,
           row_number() over (partition by r.kind order by r.line, k.id) as place
         from import_reviews r
         join transactions k on k.household_id = $1 and k.id = r.transaction_id
         left join transactions n on n.household_id = $1 and n.account_id = r.account_id and n.fingerprint = r.fingerprint
           and n.id <> k.id and n.deleted_at is null
         where r.household_id = $1 and r.import_id = $2 and ($4 or (r.decision is null
           and case r.kind when 'deleted' then k.deleted_at is not null else k.deleted_at is null and n.id is not null end))
       ) as listed where place <= $3 order by kind, place`,
      [scope.householdId, importId, options.limit ?? 50, options.settled ?? false],
    )
  })
  const open = { deleted: 0, resembles: 0, posts: 0 }
  for (const row of rows) open[row.kind] = Number(row.total)
  const data = rows.map((row) => ({
    kind: row.kind,
    decision: row.decision,
    line: row.line > 0 ? row.line : null,
    stored: stored(row),
    fresh: row.kind === 'deleted' ? null : fresh(row),
  }))
  return { data, open }
}
