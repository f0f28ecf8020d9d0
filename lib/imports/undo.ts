import 'server-only'
import { and, eq } from 'drizzle-orm'
import { imports } from '#db/schema/imports.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { takeTurn } from '#lib/users/take-turn.ts'
import { readReport, storeReport } from './report.ts'
import { dropEmptyAccounts, placeOf, restoreBefore } from './restore.ts'
import type { ImportReport } from './types.ts'
import { recountBalance } from './write-account.ts'
import { forgetAliases } from './write-matches.ts'

export type UndoOptions = {
  /** What must go with the import in the same transaction (its alerts). Not called when a repeat of the file keeps the rows. */
  afterUndo?: (tx: Tx, scope: Scope, importId: string) => Promise<void>
}

/**
 * Takes an import back whole: its rows go, unless somebody edited them (`kept`) or a later import holds them too; what it
 * changed is as before; an account it made and that is empty now disappears. Undoing twice is undoing once.
 * `afterUndo` runs in the same transaction: what hangs on the rows goes with them.
 */
export async function undoImport(scope: Scope, id: string, options: UndoOptions = {}): Promise<ImportReport> {
  if (!isId(id)) throw notFound('The import')
  return withScope(scope, async (tx) => {
    await takeTurn(tx, scope)
    const own = and(eq(imports.householdId, scope.householdId), eq(imports.id, id))
    const [row] = await tx.select().from(imports).where(own)
    if (!row) throw notFound('The import')
    const report = readReport(row.report)
    if (row.status === 'undone') return { ...report, status: 'undone' }
    const heir = await sameFileElsewhere(tx, scope, id, row.fileHash)
    const kept = heir ? 0 : await takeBack(tx, scope, id, report)
    if (heir) await handOver(tx, scope, id, heir)
    const undone: ImportReport = { ...report, status: 'undone', kept }
    await tx
      .update(imports)
      .set({ status: 'undone', undoneAt: scope.now, report: storeReport(undone) })
      .where(own)
    if (!heir) await options.afterUndo?.(tx, scope, id)
    await recordAudit(tx, scope, 'import.undone', { type: 'import', id }, { file: row.fileName, kept })
    return undone
  })
}

/** A live import of the same bytes that wrote nothing itself: it stands for all of this one's rows. */
async function sameFileElsewhere(tx: Tx, scope: Scope, id: string, fileHash: string): Promise<string | null> {
  const [heir] = await bulk<{ id: string }>(
    tx,
    `select id from imports where household_id = $1 and file_hash = $2 and id <> $3 and status = 'imported'
       and report ->> 'sameAs' is not null and not exists (
         select 1 from transactions t where t.household_id = $1 and t.import_id = imports.id)
     order by id limit 1`,
    [scope.householdId, fileHash, id],
  )
  return heir?.id ?? null
}

const owned = [
  'transactions',
  'transaction_aliases',
  'balances',
  'import_changes',
  'import_sightings',
  'statement_periods',
  'import_reviews',
] as const

async function handOver(tx: Tx, scope: Scope, id: string, heir: string): Promise<void> {
  await bulk(
    tx,
    `update imports set report = jsonb_set(report, '{sameAs}', to_jsonb($3::text)) where household_id = $1 and id = $2`,
    [scope.householdId, heir, await placeOf(tx, scope, id)],
  )
  for (const table of owned)
    await bulk(tx, `update ${table} set import_id = $3 where household_id = $1 and import_id = $2`, [
      scope.householdId,
      id,
      heir,
    ])
}

const untouched = `edited_at is null and deleted_at is null and note is null and tags = '{}' and not excluded and not is_split
  and category_source is distinct from 'user'`

async function takeBack(tx: Tx, scope: Scope, id: string, report: ImportReport): Promise<number> {
  await giveToLaterImports(tx, scope, id)
  await bulk(
    tx,
    `update transactions p set transfer_id = null, kind = 'standard', version = p.version + 1
     from transactions t
     where t.household_id = $1 and t.import_id = $2 and t.transfer_id is not null
       and p.household_id = $1 and p.transfer_id = t.transfer_id and p.import_id is distinct from $2`,
    [scope.householdId, id],
  )
  await bulk(tx, `delete from transactions where household_id = $1 and import_id = $2 and ${untouched}`, [
    scope.householdId,
    id,
  ])
  await forgetAliases(tx, scope, id)
  await restoreBefore(tx, scope, id)
  await bulk(tx, 'delete from import_sightings where household_id = $1 and import_id = $2', [
    scope.householdId,
    id,
  ])
  const accountIds = report.accounts.map((account) => account.id)
  await dropEmptyAccounts(tx, scope, accountIds)
  for (const accountId of accountIds) await recountBalance(tx, scope, accountId)
  const days = report.accounts.flatMap(({ firstDate, lastDate }) =>
    firstDate && lastDate ? [firstDate, lastDate] : [],
  )
  const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (from && to) await pairTransfers(tx, scope, { from, to })
  const [kept] = await bulk<{ count: string }>(
    tx,
    'select count(*) from transactions where household_id = $1 and import_id = $2 and deleted_at is null',
    [scope.householdId, id],
  )
  return Number(kept?.count ?? 0)
}

/** Rows and aliases that another live import met belong to that one from now on. */
async function giveToLaterImports(tx: Tx, scope: Scope, id: string): Promise<void> {
  const seenElsewhere = (table: string, row: string) =>
    `with heirs as (
       select o.${row} as id, (array_agg(s.import_id order by s.import_id))[1] as heir
       from import_sightings s
       join imports i on i.household_id = $1 and i.id = s.import_id and i.status = 'imported'
       cross join unnest(s.seen) as u(id)
       join ${table} o on o.household_id = $1 and o.import_id = $2 and o.${row} = u.id
       where s.household_id = $1 and s.import_id <> $2
       group by 1
     )
     update ${table} o set import_id = heirs.heir from heirs
     where o.household_id = $1 and o.import_id = $2 and o.${row} = heirs.id`
  await bulk(tx, seenElsewhere('transactions', 'id'), [scope.householdId, id])
  await bulk(tx, seenElsewhere('transaction_aliases', 'transaction_id'), [scope.householdId, id])
}
