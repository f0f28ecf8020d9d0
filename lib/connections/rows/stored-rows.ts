import { plainArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Known } from '#lib/imports/matchable.ts'
import { idsByAlias, rowsByReach } from '#lib/imports/rows-by-reach.ts'

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

type Row = Omit<Stored, 'minor' | 'aliasIds' | 'aliasFingerprints' | 'claimed'> & { minor: string }

const storedColumns = `t.id, t.date::text as date, t.minor::text as minor, t.source, t.external_id as "externalId", t.fingerprint,
  t.merchant_key as "merchantKey", t.raw_description as "rawDescription", t.status, t.deleted_at is not null as deleted,
  t.withdrawn_at is not null as withdrawn, t.edited_at is not null as edited, t.payee, t.memo, t.is_split as "isSplit",
  t.transfer_id as "transferId"`

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
  const keys = [...wanted.ids, ...wanted.prints]
  const rows = await rowsByReach<Row>(
    tx,
    scope,
    accountId,
    storedColumns,
    [
      't.external_id = any($3::text[])',
      't.id = any($4::uuid[])',
      't.fingerprint = any($5::uuid[])',
      't.date between $6 and $7 and t.minor = any($8::bigint[])',
      't.date between $6 and $7 and t.source = $9',
      "t.status = 'pending' and t.date >= $10",
    ],
    [
      textArray([...wanted.ids]),
      plainArray(await idsByAlias(tx, scope, accountId, keys, [source, 'fingerprint'])),
      plainArray([...wanted.prints]),
      addDays(wanted.from, -8),
      addDays(wanted.to, 8),
      plainArray([...wanted.amounts]),
      source,
      addDays(wanted.from, -pendingDays),
    ],
  )
  return rows.map(({ aliases, ...row }) => ({
    ...row,
    minor: BigInt(row.minor),
    aliasIds: aliases.ids,
    aliasFingerprints: aliases.prints,
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
