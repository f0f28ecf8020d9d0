import { plainArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Known } from '#lib/imports/matchable.ts'

/** A stored row of the account a pull is about; `deleted` without `withdrawn` is a person's doing. */
export type Stored = Known & {
  payee: string
  memo: string | null
  withdrawn: boolean
  edited: boolean
  isSplit: boolean
  transferId: string | null
}

export type Wanted = {
  ids: ReadonlySet<string>
  prints: ReadonlySet<string>
  amounts: ReadonlySet<bigint>
  from: CalendarDate
  to: CalendarDate
}

type Row = Omit<Stored, 'minor' | 'aliasIds' | 'aliasFingerprints' | 'claimed'> & {
  minor: string
  aliasIds: string[] | null
  aliasFingerprints: string[] | null
}

/** Rows a person may still see as pending are looked for this far back. */
const pendingDays = 60

/**
 * The rows that a pull could be about: those that answer to its ids or fingerprints, have one of its amounts within 8 days,
 * are pending, or were booked inside its range. One index walk for each way of being found.
 */
export async function loadStored(
  tx: Tx,
  scope: Scope,
  accountId: string,
  source: string,
  wanted: Wanted,
): Promise<Stored[]> {
  const rows = await bulk<Row>(
    tx,
    `with hits as (
       select id from transactions where household_id = $1 and account_id = $2 and external_id = any($4::text[])
       union select transaction_id from transaction_aliases
         where household_id = $1 and account_id = $2 and source in ($3, 'fingerprint') and key = any($6::text[])
       union select id from transactions where household_id = $1 and account_id = $2 and fingerprint = any($5::uuid[])
       union select id from transactions where household_id = $1 and account_id = $2 and date between $7 and $8
         and (minor = any($9::bigint[]) or source = $3)
       union select id from transactions where household_id = $1 and account_id = $2 and status = 'pending' and date >= $10
     ), names as (
       select transaction_id, array_agg(source || '|' || key) filter (where source <> 'fingerprint') as ids,
         array_agg(key) filter (where source = 'fingerprint') as prints
       from transaction_aliases where household_id = $1 and transaction_id in (select id from hits) group by 1
     )
     select t.id, t.date::text as date, t.minor::text as minor, t.source, t.external_id as "externalId", t.fingerprint,
       t.merchant_key as "merchantKey", t.raw_description as "rawDescription", t.status, t.deleted_at is not null as deleted,
       t.withdrawn_at is not null as withdrawn, t.edited_at is not null as edited, t.payee, t.memo, t.is_split as "isSplit",
       t.transfer_id as "transferId", n.ids as "aliasIds", n.prints as "aliasFingerprints"
     from hits h join transactions t on t.household_id = $1 and t.id = h.id left join names n on n.transaction_id = t.id
     order by t.date, t.id`,
    [
      scope.householdId,
      accountId,
      source,
      textArray([...wanted.ids]),
      plainArray([...wanted.prints]),
      textArray([...wanted.ids, ...wanted.prints]),
      addDays(wanted.from, -8),
      addDays(wanted.to, 8),
      plainArray([...wanted.amounts]),
      addDays(wanted.from, -pendingDays),
    ],
  )
  return rows.map((row) => ({
    ...row,
    minor: BigInt(row.minor),
    aliasIds: row.aliasIds ?? [],
    aliasFingerprints: row.aliasFingerprints ?? [],
    claimed: false,
  }))
}

/** Which of these fingerprints a row of the account has, whatever it says now. */
export async function takenPrints(
  tx: Tx,
  scope: Scope,
  accountId: string,
  prints: readonly string[],
): Promise<Set<string>> {
  const rows = await bulk<{ fingerprint: string }>(
    tx,
    'select fingerprint from transactions where household_id = $1 and account_id = $2 and fingerprint = any($3::uuid[])',
    [scope.householdId, accountId, plainArray(prints)],
  )
  return new Set(rows.map((row) => row.fingerprint))
}
