import 'server-only'
import { and, eq } from 'drizzle-orm'
import { imports } from '#db/schema/imports.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { type CalendarDate, maxDate, minDate } from '#lib/core/calendar.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { takeTurn } from '#lib/users/take-turn.ts'
import { mergePairs, type OpenPair } from './merge-rows.ts'
import type { DecideReviewsInput } from './schema.ts'
import { recountBalance } from './write-account.ts'

export type ReviewOutcome = {
  /** Reviews that are settled now. */
  decided: number
  /** Rows that could not be merged because the new one was split: undo the split first. */
  left: number
}

/**
 * Settles what an import left to a person: brings deleted rows back, merges new rows into the stored ones they may be, or
 * keeps both for good. Without `rows` (ids of the stored rows) all open ones, of `kind` if one is named. Throws `not_found`, `conflict`.
 */
export async function decideReviews(scope: Scope, input: DecideReviewsInput): Promise<ReviewOutcome> {
  if (!isId(input.id)) throw notFound('The import')
  return withScope(scope, async (tx) => {
    await takeTurnOn(tx, scope, input.id)
    const rows = input.rows ?? null
    const kinds = input.kind ? [input.kind] : doubts
    const outcome =
      input.decision === 'restore'
        ? await restoreRows(tx, scope, input.id, rows)
        : input.decision === 'merge'
          ? await mergeRows(tx, scope, input.id, rows, kinds)
          : await keepBoth(tx, scope, input.id, rows, kinds)
    if (outcome.decided + outcome.left === 0) throw notFound('The row')
    const { decided } = outcome
    await recordAudit(
      tx,
      scope,
      `import.rows-${words[input.decision]}`,
      { type: 'import', id: input.id },
      { decided },
    )
    return outcome
  })
}

const doubts = ['resembles', 'posts'] as const
const words = { restore: 'restored', merge: 'merged', keep: 'kept' } as const

/** Decisions and imports of one household take turns; an import that was undone has nothing left to decide. */
async function takeTurnOn(tx: Tx, scope: Scope, importId: string): Promise<void> {
  await takeTurn(tx, scope)
  const [row] = await tx
    .select({ status: imports.status })
    .from(imports)
    .where(and(eq(imports.householdId, scope.householdId), eq(imports.id, importId)))
  if (!row) throw notFound('The import')
  if (row.status === 'undone') throw new AppError('conflict', 'The import was undone.')
}

const chosen = `r.household_id = $1 and r.import_id = $2 and r.decision is null and ($3::uuid[] is null or r.transaction_id = any($3))`

type Restored = { id: string; account_id: string; date: CalendarDate }

async function restoreRows(
  tx: Tx,
  scope: Scope,
  importId: string,
  rows: readonly string[] | null,
): Promise<ReviewOutcome> {
  const parameters = [scope.householdId, importId, rows]
  await bulk(
    tx,
    `insert into import_changes (household_id, import_id, subject_type, subject_id, before)
     select $1, $2, 'transaction', t.id::text, jsonb_build_object('minor', t.minor::text, 'payee', t.payee,
       'merchantKey', t.merchant_key, 'rawDescription', t.raw_description, 'externalId', t.external_id, 'status', t.status,
       'deletedAt', to_char(t.deleted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     from import_reviews r join transactions t on t.household_id = $1 and t.id = r.transaction_id
     where ${chosen} and r.kind = 'deleted' and t.deleted_at is not null
     on conflict on constraint import_changes_pk do update set before = excluded.before || import_changes.before`,
    parameters,
  )
  const restored = await bulk<Restored>(
    tx,
    `update transactions t set deleted_at = null, version = t.version + 1
     from import_reviews r
     where ${chosen} and r.kind = 'deleted' and t.household_id = $1 and t.id = r.transaction_id
     returning t.id, t.account_id, t.date::text as date`,
    parameters,
  )
  await settle(
    tx,
    scope,
    importId,
    'restored',
    restored.map((row) => row.id),
  )
  const [first] = restored
  if (!first) return { decided: 0, left: 0 }
  const days = restored.map((row) => row.date)
  await pairTransfers(tx, scope, { from: days.reduce(minDate), to: days.reduce(maxDate) })
  for (const accountId of new Set(restored.map((row) => row.account_id)))
    await recountBalance(tx, scope, accountId)
  return { decided: restored.length, left: 0 }
}

async function mergeRows(
  tx: Tx,
  scope: Scope,
  importId: string,
  rows: readonly string[] | null,
  kinds: readonly string[],
): Promise<ReviewOutcome> {
  const pairs = await bulk<OpenPair & { split: boolean; account_id: string }>(
    tx,
    `select r.transaction_id as kept, n.id as gone, n.is_split as split, n.account_id
     from import_reviews r
     join transactions k on k.household_id = $1 and k.id = r.transaction_id and k.deleted_at is null
     join transactions n on n.household_id = $1 and n.account_id = r.account_id and n.fingerprint = r.fingerprint
       and n.deleted_at is null and n.id <> k.id
     where ${chosen} and r.kind = any($4::text[])`,
    [scope.householdId, importId, rows, kinds],
  )
  const whole = pairs.filter((pair) => !pair.split)
  await mergePairs(tx, scope, importId, whole)
  await settle(
    tx,
    scope,
    importId,
    'merged',
    whole.map((pair) => pair.kept),
  )
  for (const accountId of new Set(whole.map((pair) => pair.account_id)))
    await recountBalance(tx, scope, accountId)
  return { decided: whole.length, left: pairs.length - whole.length }
}

async function keepBoth(
  tx: Tx,
  scope: Scope,
  importId: string,
  rows: readonly string[] | null,
  kinds: readonly string[],
): Promise<ReviewOutcome> {
  const kept = await bulk<{ id: string }>(
    tx,
    `update import_reviews r set decision = 'kept', decided_at = $4
     where ${chosen} and r.kind = any($5::text[]) returning r.transaction_id as id`,
    [scope.householdId, importId, rows, scope.now, kinds],
  )
  return { decided: kept.length, left: 0 }
}

const settle = (tx: Tx, scope: Scope, importId: string, decision: string, rows: readonly string[]) =>
  bulk(
    tx,
    `update import_reviews set decision = $4, decided_at = $5
     where household_id = $1 and import_id = $2 and transaction_id = any($3::uuid[])`,
    [scope.householdId, importId, rows, decision, scope.now],
  )
