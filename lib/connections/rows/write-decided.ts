import { and, desc, eq, sql } from 'drizzle-orm'
import { plainArray, textArray } from '#db/array-literal.ts'
import { transactionSplits, transactions } from '#db/schema/transactions.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { fingerprintOf } from '#lib/imports/identity.ts'
import type { AccountPlan } from '#lib/imports/plan.ts'
import type { ReadAccount } from '#lib/imports/read/types.ts'
import { type WriteContext, writeRows } from '#lib/imports/write-rows.ts'
import type { Alias, Decided, Update } from './decide.ts'
import { type Stored, takenPrints } from './stored-rows.ts'
import { unpair } from './unpair.ts'

export type Target = { accountId: string; read: ReadAccount; isEmpty: boolean }

/** Stores the new rows through the same writer as files, brings known ones up to date, and takes back what was withdrawn. */
export async function writeDecided(
  tx: Tx,
  scope: Scope,
  target: Target,
  decided: Decided,
  context: WriteContext,
): Promise<void> {
  const prints = target.isEmpty
    ? decided.fresh.map(({ fingerprint }) => fingerprint)
    : await freePrints(tx, scope, target.accountId, decided.fresh)
  const plan = planOf(target, decided.fresh, prints)
  if ((await writeRows(tx, scope, plan, context, () => undefined)) !== plan.fresh.length)
    throw new AppError('conflict', 'Rows of this account were stored by something else at the same moment.')
  await writeUpdates(tx, scope, decided.updates, context.source)
  await writeAliases(tx, scope, target.accountId, context.importId, decided.aliases)
  await withdrawRows(tx, scope, decided.withdrawn)
}

/** A row that changed since keeps its first fingerprint: the next free place among its twins is taken instead. */
async function freePrints(
  tx: Tx,
  scope: Scope,
  accountId: string,
  fresh: Decided['fresh'],
): Promise<string[]> {
  const reach = 8
  const offers = fresh.map(({ row, fingerprint }) => [
    fingerprint,
    ...Array.from({ length: reach }, (_, at) => fingerprintOf(row.tuple, row.ordinal + at)),
  ])
  const taken = await takenPrints(tx, scope, accountId, offers.flat())
  return offers.map((prints) => {
    const free = prints.find((print) => !taken.has(print))
    if (!free) throw new AppError('conflict', 'Too many equal rows on one day.')
    taken.add(free)
    return free
  })
}

function planOf(target: Target, fresh: Decided['fresh'], prints: readonly string[]): AccountPlan {
  const rows = fresh.map(({ row }) => row)
  return {
    rows: {
      read: target.read,
      line: rows.map(() => 0),
      date: rows.map((row) => row.date),
      transactionDate: rows.map(({ row }) => row.transactionDate),
      minor: rows.map((row) => row.minor),
      payee: rows.map(({ row }) => row.payee),
      rawDescription: rows.map((row) => row.rawDescription),
      memo: rows.map(({ row }) => row.memo),
      externalId: rows.map((row) => row.id),
      checkNumber: rows.map(({ row }) => row.checkNumber),
      status: rows.map((row) => row.status),
      providerCategory: rows.map(({ row }) => row.providerCategory),
      runningBalance: rows.map(() => null),
      ordinal: rows.map((row) => row.ordinal),
      fingerprint: [...prints],
      sum: 0n,
      firstDate: rows[0]?.date ?? null,
      lastDate: rows.at(-1)?.date ?? null,
    },
    resolved: {
      stored: null,
      foundBy: 'chosen',
      choices: [],
      namesakes: [],
      otherNumber: null,
      made: undefined,
    },
    accountId: target.accountId,
    fresh: rows.map((_, at) => at),
    reprinted: new Map(),
    identical: [],
    matches: [],
    resembling: [],
    tombstones: [],
    balance: null,
  }
}

async function writeUpdates(tx: Tx, scope: Scope, updates: readonly Update[], source: string): Promise<void> {
  if (updates.length === 0) return
  const split = updates.filter(({ stored, row }) => stored.isSplit && stored.minor !== row.minor)
  for (const { stored, row } of split) await stretchSplit(tx, scope, stored.id, row.minor - stored.minor)
  await unpair(
    tx,
    scope,
    updates.flatMap(({ stored, row }) => (stored.minor === row.minor ? [] : stored.transferId)),
  )
  const ours = (update: Update): boolean => !update.keepName
  await bulk(
    tx,
    `update transactions t set minor = u.minor, date = u.date, status = u.status, raw_description = coalesce(u.raw, t.raw_description),
       payee = coalesce(u.payee, t.payee), merchant_key = coalesce(u.merchant, t.merchant_key), memo = coalesce(u.memo, t.memo),
       external_id = case when t.source = u.source then u.external else t.external_id end,
       transaction_date = coalesce(u.happened, t.transaction_date),
       deleted_at = case when u.revive then null else t.deleted_at end,
       withdrawn_at = case when u.revive then null else t.withdrawn_at end, version = t.version + 1
     from unnest($2::uuid[], $3::bigint[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::date[], $13::boolean[]) as u (id, minor, date, status, raw, payee, merchant, memo, external, source,
       happened, revive)
     where t.household_id = $1 and t.id = u.id`,
    [
      scope.householdId,
      plainArray(updates.map(({ stored }) => stored.id)),
      plainArray(updates.map(({ row }) => row.minor)),
      plainArray(updates.map(({ date }) => date)),
      textArray(updates.map(({ row }) => row.status)),
      textArray(updates.map(({ row }) => row.rawDescription)),
      textArray(updates.map((update) => (ours(update) ? update.row.payee.name : null))),
      textArray(updates.map((update) => (ours(update) ? update.row.payee.key : null))),
      textArray(updates.map(({ row }) => row.row.memo)),
      textArray(updates.map(({ row }) => row.id)),
      textArray(updates.map(() => source)),
      plainArray(updates.map(({ row }) => row.row.transactionDate)),
      plainArray(updates.map(({ revive }) => String(revive))),
    ],
  )
}

/** The parts of a split sum to the whole: the last one takes the difference. */
async function stretchSplit(tx: Tx, scope: Scope, id: string, difference: bigint): Promise<void> {
  const parent = and(eq(transactions.householdId, scope.householdId), eq(transactions.id, id))
  await tx.update(transactions).set({ isSplit: false }).where(parent)
  const [last] = await tx
    .select({ id: transactionSplits.id })
    .from(transactionSplits)
    .where(and(eq(transactionSplits.householdId, scope.householdId), eq(transactionSplits.transactionId, id)))
    .orderBy(desc(transactionSplits.position))
    .limit(1)
  if (last)
    await tx
      .update(transactionSplits)
      .set({ minor: sql`${transactionSplits.minor} + ${difference}` })
      .where(and(eq(transactionSplits.householdId, scope.householdId), eq(transactionSplits.id, last.id)))
  await tx.update(transactions).set({ isSplit: true }).where(parent)
}

async function writeAliases(
  tx: Tx,
  scope: Scope,
  accountId: string,
  importId: string,
  aliases: readonly Alias[],
): Promise<void> {
  if (aliases.length === 0) return
  await bulk(
    tx,
    `insert into transaction_aliases (household_id, account_id, import_id, source, key, transaction_id)
     select $1, $2, $3, u.* from unnest($4::text[], $5::text[], $6::uuid[]) as u
     on conflict on constraint transaction_aliases_pk do nothing`,
    [
      scope.householdId,
      accountId,
      importId,
      textArray(aliases.map(({ source }) => source)),
      textArray(aliases.map(({ key }) => key)),
      plainArray(aliases.map(({ id }) => id)),
    ],
  )
}

async function withdrawRows(tx: Tx, scope: Scope, rows: readonly Stored[]): Promise<void> {
  if (rows.length === 0) return
  await unpair(
    tx,
    scope,
    rows.map(({ transferId }) => transferId),
  )
  await bulk(
    tx,
    `update transactions set deleted_at = $3, withdrawn_at = $3, version = version + 1
     where household_id = $1 and id = any($2::uuid[]) and deleted_at is null`,
    [scope.householdId, plainArray(rows.map(({ id }) => id)), scope.now],
  )
}
