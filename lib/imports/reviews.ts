import 'server-only'
import { plainArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { AccountRows } from './spool.ts'

/** A row of the file (`at`) and the stored row it must be seen beside. */
export type Reviewed = { at: number; id: string }

/**
 * A new row that may be a stored one: of the same day and amount from another source (`resembles`), or a pending one that
 * may have posted with a larger amount (`posts`).
 */
export type Doubt = Reviewed & { kind: 'resembles' | 'posts' }

/** What of an account's plan matters here. */
type Reviewable = {
  rows: AccountRows
  accountId: string
  reprinted: ReadonlyMap<number, string>
  identical: readonly (string | null)[]
  matches: readonly { at: number; known: { id: string } }[]
  resembling: readonly Doubt[]
  tombstones: readonly Reviewed[]
}

const printAt = (plan: Reviewable, at: number): string =>
  plan.reprinted.get(at) ?? plan.rows.fingerprint[at] ?? ''

/** The rows of a plan whose stored row is a tombstone. Reads as many rows as the account has tombstones, usually none. */
export async function tombstonesAmong(tx: Tx, scope: Scope, plan: Reviewable): Promise<Reviewed[]> {
  const found = await bulk<{ id: string }>(
    tx,
    'select id from transactions where household_id = $1 and account_id = $2 and deleted_at is not null',
    [scope.householdId, plan.accountId],
  )
  if (found.length === 0) return []
  const deleted = new Set(found.map((row) => row.id))
  const matched = plan.matches.map(({ at, known }) => ({ at, id: known.id }))
  const identical = plan.identical.flatMap((id, at) => (id === null ? [] : [{ at, id }]))
  return [...identical, ...matched].filter(({ id }) => deleted.has(id)).sort((a, b) => a.at - b.at)
}

/** Leaves out the pairs that a person said are two, whichever import asked. */
export async function notRejected(tx: Tx, scope: Scope, plan: Reviewable): Promise<Doubt[]> {
  if (plan.resembling.length === 0) return []
  const rejected = await bulk<{ id: string; print: string }>(
    tx,
    `select transaction_id as id, fingerprint as print from import_reviews
     where household_id = $1 and kind in ('resembles', 'posts') and decision = 'kept' and transaction_id = any($2::uuid[])`,
    [scope.householdId, plainArray(plan.resembling.map(({ id }) => id))],
  )
  const pairs = new Set(rejected.map(({ id, print }) => `${id}|${print}`))
  return plan.resembling.filter(({ at, id }) => !pairs.has(`${id}|${printAt(plan, at)}`))
}

/** Keeps what a person may decide about an import: rows that stayed deleted, and new rows that resemble stored ones. */
export async function writeReviews(tx: Tx, scope: Scope, plan: Reviewable, importId: string): Promise<void> {
  const all = [...plan.tombstones.map((review) => ({ kind: 'deleted', ...review })), ...plan.resembling]
  if (all.length === 0) return
  await bulk(
    tx,
    `insert into import_reviews (household_id, import_id, account_id, kind, transaction_id, fingerprint, line)
     select $1, $2, $3, u.* from unnest($4::text[], $5::uuid[], $6::uuid[], $7::int[]) as u
     on conflict on constraint import_reviews_pk do nothing`,
    [
      scope.householdId,
      importId,
      plan.accountId,
      plainArray(all.map(({ kind }) => kind)),
      plainArray(all.map(({ id }) => id)),
      plainArray(all.map(({ at }) => printAt(plan, at))),
      plainArray(all.map(({ at }) => String(plan.rows.line[at] ?? 0))),
    ],
  )
}

/** Tombstones ($1 household, $2 hash) of rows that live imports of the same bytes brought or met, with the line if one was noted. */
const ofSameBytes = `
select t.id, t.account_id, t.fingerprint, coalesce((
  select max(r.line) from import_reviews r join imports o on o.household_id = $1 and o.id = r.import_id
  where r.household_id = $1 and r.transaction_id = t.id and o.file_hash = $2), 0) as line
from transactions t
where t.household_id = $1 and t.deleted_at is not null and exists (
  select 1 from imports i where i.household_id = $1 and i.file_hash = $2 and i.status = 'imported' and (
    i.id = t.import_id or exists (select 1 from import_sightings s
      where s.household_id = $1 and s.import_id = i.id and s.account_id = t.account_id and t.id = any(s.seen))
    or exists (select 1 from import_reviews r
      where r.household_id = $1 and r.import_id = i.id and r.transaction_id = t.id and r.kind = 'deleted')))`

/** The deleted rows that a file holds which is not read again. */
export const deletedAgain = (tx: Tx, scope: Scope, fileHash: string): Promise<{ line: number }[]> =>
  bulk<{ line: number }>(tx, `${ofSameBytes} order by 4, 1`, [scope.householdId, fileHash])

/** `writeReviews` for a file that was not read again. */
export async function reviewDeletedAgain(
  tx: Tx,
  scope: Scope,
  importId: string,
  fileHash: string,
): Promise<void> {
  await bulk(
    tx,
    `insert into import_reviews (household_id, import_id, account_id, kind, transaction_id, fingerprint, line)
     select $1, $3, d.account_id, 'deleted', d.id, d.fingerprint, d.line from (${ofSameBytes}) d
     on conflict on constraint import_reviews_pk do nothing`,
    [scope.householdId, fileHash, importId],
  )
}
