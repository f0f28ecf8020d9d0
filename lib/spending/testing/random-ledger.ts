import fc from 'fast-check'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import { addDays, asDate, type CalendarDate } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'

/** A row as a test thinks of it; `part` is what a split gives to a second category, in percent. */
export type Draft = {
  account: number
  offset: number
  minor: number
  category: number
  merchant: number
  status: 'posted' | 'pending'
  kind: 'standard' | 'transfer' | 'card_payment' | 'loan_payment' | 'investment' | 'one_off'
  excluded: boolean
  part: number | null
}

export const accountKinds = [
  { type: 'checking', currency: 'USD', hidden: false },
  { type: 'credit_card', currency: 'USD', hidden: false },
  { type: 'savings', currency: 'USD', hidden: true },
  { type: 'checking', currency: 'VND', hidden: false },
] as const

export const categoryKeys = ['groceries', 'rent', 'salary', 'transfer', 'streaming', null] as const

export const firstDay = asDate('2026-07-01')
export const days = 150

export const drafts: fc.Arbitrary<Draft[]> = fc.array(
  fc.record({
    account: fc.nat(accountKinds.length - 1),
    offset: fc.nat(days - 1),
    minor: fc.integer({ min: -50_000, max: 20_000 }).filter((minor) => minor !== 0),
    category: fc.nat(categoryKeys.length - 1),
    merchant: fc.nat(4),
    status: fc.constantFrom('posted', 'posted', 'posted', 'pending'),
    kind: fc.constantFrom(
      'standard',
      'standard',
      'standard',
      'transfer',
      'card_payment',
      'loan_payment',
      'investment',
      'one_off',
    ),
    excluded: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    part: fc.option(fc.integer({ min: 1, max: 99 }), { freq: 4, nil: null }),
  }),
  { minLength: 1, maxLength: 60 },
)

/** One countable piece of a draft: the whole row, or a child of a split. */
export type Piece = { draft: Draft; date: CalendarDate; minor: bigint; category: number }

/** The pieces a draft is counted in; pending rows and transfers are never split. */
export function piecesOf(draft: Draft): Piece[] {
  const date = addDays(firstDay, draft.offset)
  const whole = BigInt(draft.minor)
  const part = draft.part === null ? 0n : (whole * BigInt(draft.part)) / 100n
  if (!canSplit(draft) || part === 0n) return [{ draft, date, minor: whole, category: draft.category }]
  return [
    { draft, date, minor: whole - part, category: draft.category },
    { draft, date, minor: part, category: 0 },
  ]
}

const canSplit = (draft: Draft) => draft.status === 'posted' && draft.kind !== 'transfer'

export type Ledger = { accounts: string[]; categories: (string | null)[] }

export async function insertAccounts(tx: Tx, scope: Scope): Promise<string[]> {
  const ids = accountKinds.map(() => newId())
  await bulk(
    tx,
    `insert into accounts (household_id, id, owner_id, name, type, currency, source, hidden)
     select $1, id, $2, 'Account ' || type, type, currency, 'file', hidden
     from unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) as t(id, type, currency, hidden)`,
    [
      scope.householdId,
      scope.userId,
      ids,
      accountKinds.map((kind) => kind.type),
      accountKinds.map((kind) => kind.currency),
      accountKinds.map((kind) => kind.hidden),
    ],
  )
  return ids
}

/** Accounts and the built-in categories of a household, ready for rows. */
export const prepareLedger = (scope: Scope): Promise<Ledger> =>
  withScope(scope, async (tx) => {
    await seedCategories(tx, scope)
    const accounts = await insertAccounts(tx, scope)
    const found = await bulk<{ id: string; key: string }>(
      tx,
      'select id, key from categories where household_id = $1',
      [scope.householdId],
    )
    const idOf = new Map(found.map((row) => [row.key, row.id]))
    return { accounts, categories: categoryKeys.map((key) => (key ? (idOf.get(key) ?? null) : null)) }
  })

/** Writes drafts as rows and splits; the triggers keep the sums. */
export const writeDrafts = (scope: Scope, ledger: Ledger, rows: readonly Draft[]): Promise<void> =>
  withScope(scope, async (tx) => {
    const ids = rows.map(() => newId())
    await bulk(
      tx,
      `insert into transactions (household_id, id, account_id, date, minor, currency, payee, merchant_key, raw_description,
         status, kind, excluded, category_id, source, fingerprint)
       select $1, id, account_id, date, minor, currency, 'Shop ' || merchant, 'shop ' || merchant, 'SHOP ' || merchant,
         status, kind, excluded, category_id, 'file', gen_random_uuid()
       from unnest($2::uuid[], $3::uuid[], $4::date[], $5::bigint[], $6::text[], $7::integer[], $8::text[], $9::text[],
         $10::boolean[], $11::uuid[])
         as t(id, account_id, date, minor, currency, merchant, status, kind, excluded, category_id)`,
      [
        scope.householdId,
        ids,
        rows.map((row) => ledger.accounts[row.account]),
        rows.map((row) => addDays(firstDay, row.offset)),
        rows.map((row) => String(row.minor)),
        rows.map((row) => accountKinds[row.account]?.currency),
        rows.map((row) => row.merchant),
        rows.map((row) => row.status),
        rows.map((row) => row.kind),
        rows.map((row) => row.excluded),
        rows.map((row) => ledger.categories[row.category]),
      ],
    )
    const split = rows.flatMap((row, index) => {
      const pieces = piecesOf(row)
      return pieces.length > 1 ? [{ id: ids[index], pieces }] : []
    })
    const children = split.flatMap(({ id, pieces }) => pieces.map((piece, at) => ({ id, piece, at })))
    await bulk(
      tx,
      `insert into transaction_splits (household_id, id, transaction_id, position, minor, category_id)
       select $1, id, parent, position, minor, category_id
       from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::bigint[], $6::uuid[])
         as t(id, parent, position, minor, category_id)`,
      [
        scope.householdId,
        children.map(() => newId()),
        children.map((child) => child.id),
        children.map((child) => child.at),
        children.map((child) => String(child.piece.minor)),
        children.map((child) => ledger.categories[child.piece.category]),
      ],
    )
    await bulk(
      tx,
      'update transactions set is_split = true where household_id = $1 and id = any($2::uuid[])',
      [scope.householdId, split.map(({ id }) => id)],
    )
  })
