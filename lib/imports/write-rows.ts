import { setImmediate } from 'node:timers/promises'
import { plainArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Payee } from '#lib/merchants/payee.ts'
import type { Categoriser } from '#lib/rules/categorise.ts'
import type { AccountPlan } from './plan.ts'

/** Large enough to spread the cost of a statement and its triggers, small enough to build in a few milliseconds. */
const chunk = 5000
/** The store has nothing to do while the first rows are made, so there are few; storing takes twice as long as making. */
const firstChunk = 500
const growth = 2
const slice = 1000

const insert = `
insert into transactions (
  household_id, account_id, currency, source, import_id, id, date, transaction_date, minor, payee, merchant_key, raw_description,
  memo, check_number, status, category_id, category_source, category_confidence, external_id, fingerprint
)
select $1, $2, $3, $4, $5, u.*
from unnest(
  $6::uuid[], $7::date[], $8::date[], $9::bigint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
  $16::uuid[], $17::text[], $18::smallint[], $19::text[], $20::uuid[]
) as u`

/** Only where rows may be: an account that the file makes holds none, and each of its rows has a fingerprint of its own. */
const unlessStored = `${insert}
on conflict (household_id, account_id, fingerprint) do nothing`

export type WriteContext = {
  importId: string
  source: string
  payeeOf: (raw: string) => Payee
  categorise: Categoriser
  signal?: AbortSignal
}

type Columns = ReturnType<typeof columnsOf>

const columnsOf = () => ({
  id: [] as string[],
  date: [] as string[],
  transactionDate: [] as (string | null)[],
  minor: [] as bigint[],
  payee: [] as string[],
  key: [] as string[],
  raw: [] as string[],
  memo: [] as (string | null)[],
  check: [] as (string | null)[],
  status: [] as string[],
  category: [] as (string | null)[],
  categorySource: [] as (string | null)[],
  confidence: [] as (number | null)[],
  external: [] as (string | null)[],
  fingerprint: [] as string[],
})

function push(into: Columns, plan: AccountPlan, at: number, context: WriteContext): void {
  const { rows } = plan
  const raw = rows.rawDescription[at] ?? ''
  const minor = rows.minor[at] ?? 0n
  const payee = context.payeeOf(rows.payee[at] ?? '')
  const category = context.categorise({
    accountId: plan.accountId,
    accountType: plan.resolved.stored?.type ?? rows.read.type,
    minor,
    currency: rows.read.currency,
    payee: payee.name,
    merchantKey: payee.key,
    rawDescription: raw,
    providerCategory: rows.providerCategory[at] ?? null,
  })
  into.id.push(newId())
  into.date.push(rows.date[at] ?? '')
  into.transactionDate.push(rows.transactionDate[at] ?? null)
  into.minor.push(minor)
  into.payee.push(payee.name)
  into.key.push(payee.key)
  into.raw.push(raw)
  into.memo.push(rows.memo[at] ?? null)
  into.check.push(rows.checkNumber[at] ?? null)
  into.status.push(rows.status[at] ?? 'posted')
  into.category.push(category?.categoryId ?? null)
  into.categorySource.push(category?.source ?? null)
  into.confidence.push(category?.confidence ?? null)
  into.external.push(rows.externalId[at] ?? null)
  into.fingerprint.push(plan.reprinted.get(at) ?? rows.fingerprint[at] ?? '')
}

async function fill(plan: AccountPlan, from: number, to: number, context: WriteContext): Promise<Columns> {
  const columns = columnsOf()
  for (let index = from; index < to; index++) {
    push(columns, plan, plan.fresh[index] ?? 0, context)
    if (index % slice === slice - 1) await setImmediate()
  }
  return columns
}

async function send(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  columns: Columns,
  context: WriteContext,
): Promise<number> {
  const quoted: string[] = []
  for (const column of [columns.payee, columns.key, columns.raw, columns.memo, columns.check]) {
    quoted.push(textArray(column))
    await setImmediate()
  }
  const result = await tx.$client.query(plan.resolved.foundBy === 'new' ? insert : unlessStored, [
    scope.householdId,
    plan.accountId,
    plan.rows.read.currency,
    context.source,
    context.importId,
    plainArray(columns.id),
    plainArray(columns.date),
    plainArray(columns.transactionDate),
    plainArray(columns.minor),
    ...quoted,
    plainArray(columns.status),
    plainArray(columns.category),
    plainArray(columns.categorySource),
    plainArray(columns.confidence),
    textArray(columns.external),
    plainArray(columns.fingerprint),
  ])
  return result.rowCount ?? 0
}

/**
 * Stores the new rows of one account; returns how many. The next rows are made while the store takes the last ones. A row
 * that another import stored in the meantime counts as not written.
 */
export async function writeRows(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  context: WriteContext,
  onRows: (done: number) => void,
): Promise<number> {
  let written = 0
  let underway: Promise<number> = Promise.resolve(0)
  for (let from = 0, to = 0, size = firstChunk; from < plan.fresh.length; from = to) {
    context.signal?.throwIfAborted()
    to = Math.min(from + size, plan.fresh.length)
    size = Math.min(size * growth, chunk)
    const [columns, before] = await Promise.all([fill(plan, from, to, context), underway])
    written += before
    onRows(from)
    underway = send(tx, scope, plan, columns, context)
  }
  written += await underway
  onRows(plan.fresh.length)
  return written
}

/** Notes which stored rows this import met, for an undo of the import that made them. */
export async function writeSightings(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  importId: string,
): Promise<void> {
  const seen = [
    ...plan.identical.filter((id) => id !== null),
    ...plan.matches.filter((match) => !match.known.deleted).map((match) => match.known.id),
  ]
  for (let from = 0, part = 0; from < seen.length; from += chunk * 4, part++) {
    await bulk(
      tx,
      'insert into import_sightings (household_id, import_id, account_id, part, seen) values ($1, $2, $3, $4, $5::uuid[])',
      [scope.householdId, importId, plan.accountId, part, plainArray(seen.slice(from, from + chunk * 4))],
    )
  }
}
