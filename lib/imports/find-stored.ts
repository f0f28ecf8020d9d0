import { setImmediate } from 'node:timers/promises'
import { plainArray, readIdArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { addDays, type CalendarDate, maxDate, minDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Known } from './matchable.ts'
import { idsByAlias, rowsByReach } from './rows-by-reach.ts'
import type { AccountRows } from './spool.ts'

const chunk = 25_000

type Found = { ids: string; prints: string; statuses: string; externals: (string | null)[] }

/**
 * For every row of the file the id of the stored row that is identical (same fingerprint, external id, source and status), or
 * null. What a re-import moves: fingerprints in, ids out. One scan or index walk a chunk, whatever the planner believes.
 */
export async function findIdentical(
  tx: Tx,
  scope: Scope,
  accountId: string,
  rows: AccountRows,
  source: string,
  onRows: (done: number) => void,
): Promise<(string | null)[]> {
  const identical: (string | null)[] = []
  for (let from = 0; from < rows.fingerprint.length; from += chunk) {
    const prints = rows.fingerprint.slice(from, from + chunk)
    const [found] = await bulk<Found>(
      tx,
      `select array_agg(id)::text as ids, array_agg(fingerprint)::text as prints, array_agg(status)::text as statuses,
         coalesce(json_agg(external_id), '[]') as externals
       from transactions
       where household_id = $1 and account_id = $2 and fingerprint = any($3::uuid[]) and source = $4`,
      [scope.householdId, accountId, plainArray(prints), source],
    )
    const stored = storedByPrint(found)
    prints.forEach((print, index) => {
      const at = from + index
      const row = stored.get(print)
      const same = row?.external === (rows.externalId[at] ?? null) && row.status === rows.status[at]
      identical.push(row && same ? row.id : null)
    })
    onRows(identical.length)
    await setImmediate()
  }
  return identical
}

type Stored = { id: string; status: string; external: string | null }

function storedByPrint(found: Found | undefined): Map<string, Stored> {
  const ids = readIdArray(found?.ids ?? null)
  const prints = readIdArray(found?.prints ?? null)
  const statuses = readIdArray(found?.statuses ?? null)
  const stored = new Map<string, Stored>()
  ids.forEach((id, at) => {
    const print = prints[at]
    if (id && print)
      stored.set(print, { id, status: statuses[at] ?? '', external: found?.externals[at] ?? null })
  })
  return stored
}

/** Whether an account has any row, tombstones included: an empty one needs no matching. */
export async function hasRows(tx: Tx, scope: Scope, accountId: string): Promise<boolean> {
  const rows = await bulk(
    tx,
    'select 1 from transactions where household_id = $1 and account_id = $2 limit 1',
    [scope.householdId, accountId],
  )
  return rows.length > 0
}

type StoredRow = {
  id: string
  date: CalendarDate
  minor: string
  source: string
  external_id: string | null
  fingerprint: string
  merchant_key: string
  raw_description: string
  status: Known['status']
  deleted: boolean
}

const storedColumns = `t.id, t.date::text as date, t.minor, t.source, t.external_id, t.fingerprint, t.merchant_key,
  t.raw_description, t.status, t.deleted_at is not null as deleted`

/** The stored rows that the rows at `left` could be: see `matchRows` for what must be among them. */
export async function findCandidates(
  tx: Tx,
  scope: Scope,
  accountId: string,
  rows: AccountRows,
  left: readonly number[],
  identical: readonly (string | null)[],
): Promise<Known[]> {
  const dates = left.flatMap((at) => rows.date[at] ?? [])
  const first = dates.reduce(minDate)
  const last = dates.reduce(maxDate)
  const amounts = new Set(left.flatMap((at) => rows.minor[at] ?? []))
  const externalIds = new Set(left.flatMap((at) => rows.externalId[at] ?? []))
  const keys = [...externalIds, ...left.flatMap((at) => rows.fingerprint[at] ?? [])]
  const found = await rowsByReach<StoredRow>(
    tx,
    scope,
    accountId,
    storedColumns,
    [
      't.minor = any($5::bigint[]) and t.date between $3 and $4',
      "t.status = 'pending' and t.date between $3 and $4",
      't.external_id = any($6::text[])',
      't.id = any($7::uuid[])',
    ],
    [
      addDays(first, -8),
      addDays(last, 8),
      plainArray([...amounts]),
      textArray([...externalIds]),
      plainArray(await idsByAlias(tx, scope, accountId, keys)),
    ],
  )
  const claimed = new Set(identical)
  return found.map((row) => ({
    id: row.id,
    date: row.date,
    minor: BigInt(row.minor),
    source: row.source,
    externalId: row.external_id,
    fingerprint: row.fingerprint,
    merchantKey: row.merchant_key,
    rawDescription: row.raw_description,
    status: row.status,
    deleted: row.deleted,
    claimed: claimed.has(row.id),
    aliasIds: row.aliases.ids,
    aliasFingerprints: row.aliases.prints,
  }))
}

const sampleSize = 400

/**
 * The stored account, among `accountIds`, that holds rows of this file already: at least three of them (or all of a shorter
 * file), and no other account holds half as many. What tells an unnamed CSV's account from its rows.
 */
export async function findOverlap(
  tx: Tx,
  scope: Scope,
  accountIds: readonly string[],
  rows: AccountRows,
): Promise<string | null> {
  const total = rows.fingerprint.length
  if (total === 0 || accountIds.length === 0) return null
  const step = Math.max(1, Math.floor(total / sampleSize))
  const sample = rows.fingerprint.filter((_, at) => at % step === 0)
  const counts = await bulk<{ account_id: string; count: string }>(
    tx,
    `select account_id, count(*) from transactions
     where household_id = $1 and account_id = any($2::uuid[]) and fingerprint = any($3::uuid[])
     group by 1 order by 2 desc`,
    [scope.householdId, plainArray(accountIds), plainArray(sample)],
  )
  const best = counts[0]
  if (!best || Number(best.count) < Math.min(3, sample.length)) return null
  return Number(counts[1]?.count ?? 0) * 2 > Number(best.count) ? null : best.account_id
}
