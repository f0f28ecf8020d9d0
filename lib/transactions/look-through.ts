import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { longestGap } from './pair-legs.ts'
import { type PaypalLeg, type PaypalPair, pairPaypal } from './pair-paypal.ts'
import { rejectedPairs } from './rejected-pairs.ts'
import { ofSizes, type Touched } from './touched.ts'

/** PayPal's own balances; a card that carries its name is a card like any other. */
const isPaypal = `(a.type not in ('credit_card', 'loan') and (coalesce(a.institution, '') ~* '^paypal' or a.name ~* '^paypal'))`
const namesPaypal = `t.raw_description ~* '(\\mpaypal\\M|\\mpp ?\\*|\\mpypl\\M)'`
const moves = `(t.kind = 'transfer' or coalesce(c.kind, '') = 'transfer'
  or t.raw_description ~* '\\m(bank deposit|card deposit|deposit from|deposit to pp|withdrawal|add(ed)? funds|transfer to bank)\\M')`

/** Undecided rows, and halves of pairs nobody has touched; a purchase may have any category, the bank's row none by hand. */
const legsOf = (sizes: string): string => `
  select t.id, t.account_id as "accountId", t.date::text as date, t.minor::text as minor, t.currency, o.id as "pairedWith",
    case when not ${isPaypal} then 'bank' when t.transfer_id is not null and t.kind = 'standard' then 'real'
      when ${moves} then 'movement' else 'real' end as side
  from transactions t
  join accounts a on a.household_id = t.household_id and a.id = t.account_id
  left join categories c on c.household_id = t.household_id and c.id = t.category_id
  left join transactions o on o.household_id = t.household_id and o.transfer_id = t.transfer_id and o.id <> t.id and o.deleted_at is null
  where t.household_id = $1 and t.date between $2 and $3 and t.deleted_at is null and t.status = 'posted' and not t.excluded
    and (${isPaypal} or (${namesPaypal} and not t.is_split and t.category_source is distinct from 'user'))
    and (t.transfer_id is null or (t.edited_at is null or ${isPaypal})) ${sizes}`

type LegRow = Omit<PaypalLeg, 'minor'> & { minor: string }

/**
 * PayPal look-through: a purchase and the bank row that paid for it count once, under the merchant's name. The bank's row
 * becomes a transfer, paired with PayPal's row of the money's arrival, or with the purchase when PayPal shows none. Pairs the
 * user refused or made stay; running it again changes nothing.
 */
export async function lookThrough(tx: Tx, scope: Scope, touched: Touched): Promise<number> {
  const known = await bulk(tx, `select 1 from accounts a where a.household_id = $1 and ${isPaypal} limit 1`, [
    scope.householdId,
  ])
  if (known.length === 0) return 0
  const reach = 3 * longestGap
  const { where, parameter } = ofSizes(touched, 4)
  const rows = await bulk<LegRow>(tx, legsOf(where), [
    scope.householdId,
    addDays(touched.from, -reach),
    addDays(touched.to, reach),
    ...parameter,
  ])
  const legs = rows.map((row) => ({ ...row, minor: toBigInt(row.minor) }))
  const pairs = pairPaypal(legs, await rejectedPairs(tx, scope))
  await writePaypalPairs(tx, scope, pairs)
  return pairs.length
}

async function writePaypalPairs(tx: Tx, scope: Scope, pairs: readonly PaypalPair[]): Promise<void> {
  if (pairs.length === 0) return
  const banks = pairs.map(({ bank }) => bank)
  await bulk(
    tx,
    `update transactions t set transfer_id = null, version = t.version + 1
     from transactions b where b.household_id = $1 and b.id = any($2::uuid[]) and t.household_id = $1
       and t.transfer_id = b.transfer_id and t.id <> b.id`,
    [scope.householdId, banks],
  )
  const written = pairs.flatMap(({ bank, paypal, by }) => {
    const transferId = newId()
    return [
      { id: bank, moves: true, transferId },
      { id: paypal, moves: by === 'movement', transferId },
    ]
  })
  await bulk(
    tx,
    `update transactions t set transfer_id = p.transfer_id, kind = case when p.moves then 'transfer' else t.kind end,
       version = t.version + 1
     from unnest($2::uuid[], $3::boolean[], $4::uuid[]) as p(id, moves, transfer_id)
     where t.household_id = $1 and t.id = p.id`,
    [
      scope.householdId,
      written.map(({ id }) => id),
      written.map((row) => row.moves),
      written.map(({ transferId }) => transferId),
    ],
  )
}
