import { plainArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

/** Two stored rows of one account that are one movement: `gone` becomes part of `kept`. */
export type OpenPair = { kept: string; gone: string }

/** Notes how the kept rows were, for an undo of the import. */
const remember = `
insert into import_changes (household_id, import_id, subject_type, subject_id, before)
select $1, $2, 'transaction', k.id::text, jsonb_build_object('minor', k.minor::text, 'payee', k.payee,
  'merchantKey', k.merchant_key, 'rawDescription', k.raw_description, 'externalId', k.external_id, 'status', k.status)
from transactions k where k.household_id = $1 and k.id = any($3::uuid[])
on conflict do nothing`

/**
 * The kept row answers to the id and the fingerprint of the other one, and to all that one answered to; to its own
 * fingerprint too where its amount changes, since it is no longer found by that.
 */
const answerTo = `
insert into transaction_aliases (household_id, account_id, import_id, source, key, transaction_id)
select $1, n.account_id, $2, a.source, a.key, p.kept
from unnest($3::uuid[], $4::uuid[]) as p(kept, gone)
join transactions n on n.household_id = $1 and n.id = p.gone
join transactions k on k.household_id = $1 and k.id = p.kept
cross join lateral (
  select 'fingerprint' as source, n.fingerprint::text as key
  union all select n.source, n.external_id where n.external_id is not null
  union all select 'fingerprint', k.fingerprint::text where k.minor <> n.minor
) a
on conflict on constraint transaction_aliases_pk do update set transaction_id = excluded.transaction_id`

const moveAliases = `
update transaction_aliases a set transaction_id = p.kept
from unnest($2::uuid[], $3::uuid[]) as p(kept, gone)
where a.household_id = $1 and a.transaction_id = p.gone`

/** A transfer whose one half changes its amount is none any more. */
const breakTransfers = `
update transactions o set transfer_id = null, kind = 'standard', version = o.version + 1
from unnest($2::uuid[], $3::uuid[]) as p(kept, gone)
join transactions n on n.household_id = $1 and n.id = p.gone
join transactions k on k.household_id = $1 and k.id = p.kept and k.transfer_id is not null and k.minor <> n.minor
where o.household_id = $1 and o.transfer_id = k.transfer_id`

/** The half of a transfer whose other half goes: it is a plain row again, unless the kept row takes the place. */
const freeTransfers = `
update transactions o set transfer_id = null, kind = 'standard', version = o.version + 1
from unnest($2::uuid[], $3::uuid[]) as p(kept, gone)
join transactions n on n.household_id = $1 and n.id = p.gone and n.transfer_id is not null
join transactions k on k.household_id = $1 and k.id = p.kept and k.transfer_id is not null
where o.household_id = $1 and o.transfer_id = n.transfer_id and o.id <> p.gone`

/**
 * A pending row takes the amount and the name it posted with. The kept row takes the raw text; what a person wrote on it stays, and what they wrote on the other one fills the gaps. The
 * other one is deleted in the same statement, so that its transfer is never held twice.
 */
const merge = `
with gone as (
  delete from transactions n using unnest($2::uuid[], $3::uuid[]) as p(kept, gone)
  where n.household_id = $1 and n.id = p.gone
  returning p.kept, n.*
)
update transactions k set
  minor = n.minor,
  payee = case when k.status = 'pending' and n.status = 'posted' then n.payee else k.payee end,
  merchant_key = case when k.status = 'pending' and n.status = 'posted' then n.merchant_key else k.merchant_key end,
  raw_description = n.raw_description,
  status = case when n.status = 'posted' then 'posted' else k.status end,
  note = coalesce(k.note, n.note),
  tags = array(select distinct tag from unnest(k.tags || n.tags) as u(tag) order by tag),
  excluded = k.excluded or n.excluded,
  category_id = case when k.category_source is distinct from 'user' and n.category_source = 'user' and not k.is_split
    then n.category_id else k.category_id end,
  category_confidence = case when k.category_source is distinct from 'user' and n.category_source = 'user' and not k.is_split
    then n.category_confidence else k.category_confidence end,
  category_source = case when k.category_source is distinct from 'user' and n.category_source = 'user' and not k.is_split
    then n.category_source else k.category_source end,
  edited_at = greatest(k.edited_at, n.edited_at),
  kind = case when k.transfer_id is null and n.transfer_id is not null then n.kind else k.kind end,
  transfer_id = coalesce(k.transfer_id, n.transfer_id),
  version = k.version + 1
from gone n
where k.household_id = $1 and k.id = n.kept`

/** The import has met the kept rows, as if it had matched them: an undo of who brought them leaves them to it. */
const sight = `
insert into import_sightings (household_id, import_id, account_id, part, seen)
select $1, $2, k.account_id, coalesce((select max(s.part) + 1 from import_sightings s
  where s.household_id = $1 and s.import_id = $2 and s.account_id = k.account_id), 0), array_agg(k.id)
from transactions k where k.household_id = $1 and k.id = any($3::uuid[])
group by k.account_id`

/** Makes one row of each pair. */
export async function mergePairs(
  tx: Tx,
  scope: Scope,
  importId: string,
  pairs: readonly OpenPair[],
): Promise<void> {
  if (pairs.length === 0) return
  const { householdId } = scope
  const kept = plainArray(pairs.map((pair) => pair.kept))
  const gone = plainArray(pairs.map((pair) => pair.gone))
  await bulk(tx, remember, [householdId, importId, kept])
  await bulk(tx, moveAliases, [householdId, kept, gone])
  await bulk(tx, answerTo, [householdId, importId, kept, gone])
  await bulk(tx, breakTransfers, [householdId, kept, gone])
  await bulk(tx, freeTransfers, [householdId, kept, gone])
  await bulk(tx, merge, [householdId, kept, gone])
  await bulk(tx, sight, [householdId, importId, kept])
}
