import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import type { AccountType } from '#lib/accounts/types.ts'
import { addDays } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { suggestCategory } from '#lib/merchants/suggest.ts'
import { lookThrough } from './look-through.ts'
import { type Leg, longestGap, type Pair, pairLegs } from './pair-legs.ts'
import { rejectedPairs } from './rejected-pairs.ts'
import { ofSizes, type Touched } from './touched.ts'
import type { TransactionKind } from './types.ts'

/** What both rows become, decided by where the money went. A loan's own row is no spending, the payment is. */
export function kindsOf(destination: AccountType): { out: TransactionKind; into: TransactionKind } {
  if (destination === 'credit_card') return { out: 'card_payment', into: 'card_payment' }
  if (destination === 'loan') return { out: 'loan_payment', into: 'transfer' }
  if (destination === 'investment') return { out: 'investment', into: 'investment' }
  return { out: 'transfer', into: 'transfer' }
}

type LegRow = Omit<Leg, 'minor'> & { minor: string }
const columns = `t.id, t.account_id as "accountId", a.type as "accountType", a.last4 as "accountLast4", t.date::text as date,
  t.minor::text as minor, t.currency, t.raw_description as "rawDescription", t.merchant_key as "merchantKey"`

/** Rows nobody decided about: posted, whole, alive, unpaired, and not given a category by hand. */
const open = `t.household_id = $1 and t.deleted_at is null and t.status = 'posted' and not t.is_split and not t.excluded
  and t.transfer_id is null and t.category_source is distinct from 'user'`

const near = `t.date between $2 and $3 and (t.kind = 'standard' or t.kind = 'card_payment')`
const daysAround = ({ from, to }: Touched) => [addDays(from, -longestGap), addDays(to, longestGap)]

const legOf = (row: LegRow): Leg => ({ ...row, minor: toBigInt(row.minor) })

/** Sizes that rows of two accounts share, one of them in and one out: what keeps most rows out of the costly look. */
async function sharedSizes(tx: Tx, scope: Scope, touched: Touched): Promise<Set<bigint>> {
  const { where, parameter } = ofSizes(touched, 4)
  const rows = await bulk<{ size: string }>(
    tx,
    `select abs(t.minor)::text as size from transactions t
     where ${open} and ${near} ${where} group by t.currency, abs(t.minor)
     having min(t.minor) < 0 and max(t.minor) > 0 and min(t.account_id::text) <> max(t.account_id::text)`,
    [scope.householdId, ...daysAround(touched), ...parameter],
  )
  return new Set(rows.map(({ size }) => BigInt(size)))
}

async function candidates(tx: Tx, scope: Scope, touched: Touched): Promise<Leg[]> {
  const amounts = await sharedSizes(tx, scope, touched)
  if (amounts.size === 0) return []
  const { where, parameter } = ofSizes({ ...touched, amounts }, 4)
  const rows = await bulk<LegRow>(
    tx,
    `select ${columns} from transactions t
     join accounts a on a.household_id = t.household_id and a.id = t.account_id
     where ${open} and ${near} ${where}`,
    [scope.householdId, ...daysAround(touched), ...parameter],
  )
  return rows.map(legOf).filter(({ minor }) => amounts.has(minor) || amounts.has(-minor))
}

/** Writes pairs: one `transfer_id` and the kinds. A payment of a loan leaves a transfer category, so that it stays spending. */
export async function writePairs(tx: Tx, scope: Scope, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  const written = pairs.flatMap(({ out, into }) => {
    const kinds = kindsOf(into.accountType)
    const transferId = newId()
    return [
      { id: out.id, kind: kinds.out, transferId },
      { id: into.id, kind: kinds.into, transferId },
    ]
  })
  await bulk(
    tx,
    `update transactions t set kind = p.kind, transfer_id = p.transfer_id, version = t.version + 1,
       category_id = case when p.kind = 'loan_payment' and c.kind = 'transfer' then l.id else t.category_id end
     from unnest($2::uuid[], $3::text[], $4::uuid[]) as p(id, kind, transfer_id)
     join transactions o on o.household_id = $1 and o.id = p.id
     left join categories c on c.household_id = $1 and c.id = o.category_id
     left join categories l on l.household_id = $1 and l.key = 'loan_payment'
     where t.household_id = $1 and t.id = p.id`,
    [
      scope.householdId,
      written.map((row) => row.id),
      written.map((row) => row.kind),
      written.map((row) => row.transferId),
    ],
  )
}

/** A card's "payment, thank you" whose other half nobody has imported: a one-sided payment, not a refund. */
async function markCardPayments(tx: Tx, scope: Scope, touched: Touched): Promise<number> {
  const { where, parameter } = ofSizes(touched, 4)
  const rows = await bulk<LegRow>(
    tx,
    `select ${columns} from transactions t
     join accounts a on a.household_id = t.household_id and a.id = t.account_id
     where ${open} and t.date between $2 and $3 and t.kind = 'standard' and t.minor > 0 and a.type = 'credit_card'
       and t.edited_at is null ${where}`,
    [scope.householdId, touched.from, touched.to, ...parameter],
  )
  const payments = rows.filter(
    (row) => suggestCategory({ ...legOf(row), isCard: true })?.category === 'card_payment',
  )
  if (payments.length > 0)
    await bulk(
      tx,
      `update transactions set kind = 'card_payment', version = version + 1
       where household_id = $1 and id = any($2::uuid[])`,
      [scope.householdId, payments.map((row) => row.id)],
    )
  return payments.length
}

/**
 * Pairs the transfers among rows whose date lies in the days touched (the other half up to 4 days outside) and marks one-sided
 * card payments. Rows the user decided about are left alone; running it again changes nothing.
 */
export async function pairTransfers(
  tx: Tx,
  scope: Scope,
  touched: Touched,
): Promise<{ pairs: number; oneSided: number }> {
  await lookThrough(tx, scope, touched)
  const legs = await candidates(tx, scope, touched)
  const pairs = legs.length === 0 ? [] : pairLegs(legs, await rejectedPairs(tx, scope))
  await writePairs(tx, scope, pairs)
  return { pairs: pairs.length, oneSided: await markCardPayments(tx, scope, touched) }
}
