import { and, eq, sql } from 'drizzle-orm'
import { plainArray } from '#db/array-literal.ts'
import { accounts, balances } from '#db/schema/accounts.ts'
import { importChanges } from '#db/schema/imports.ts'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { AccountImage } from './write-account.ts'
import type { RowImage } from './write-matches.ts'

type Change = typeof importChanges.$inferSelect

/** Images are written by this folder only, in these shapes: the one place that trusts that. */
const imageOf = <T>(change: Change): T | null => change.before as T | null

const bigintOf = (text: string | null): bigint | null => (text === null ? null : BigInt(text))

/** When an import's changes were made: one that stands for an earlier import of the same bytes has that one's place. */
export async function placeOf(tx: Tx, scope: Scope, importId: string): Promise<string> {
  const [found] = await bulk<{ place: string }>(
    tx,
    "select coalesce(report ->> 'sameAs', id::text) as place from imports where household_id = $1 and id = $2",
    [scope.householdId, importId],
  )
  return found?.place ?? importId
}

/**
 * Puts back what an import changed. Where a later import changed the same thing, that one inherits the earlier state, so
 * that imports can be undone in any order.
 */
export async function restoreBefore(tx: Tx, scope: Scope, importId: string): Promise<void> {
  const place = await placeOf(tx, scope, importId)
  await bulk(
    tx,
    `update import_changes later set before = coalesce(later.before, '{}') || mine.before
     from import_changes mine
     where mine.household_id = $1 and mine.import_id = $2
       and later.household_id = $1 and later.subject_type = mine.subject_type and later.subject_id = mine.subject_id
       and later.import_id = (
         select n.import_id from import_changes n
         join imports i on i.household_id = $1 and i.id = n.import_id and i.status = 'imported'
         where n.household_id = $1 and n.subject_type = mine.subject_type and n.subject_id = mine.subject_id
           and coalesce(i.report ->> 'sameAs', i.id::text) > $3
         order by coalesce(i.report ->> 'sameAs', i.id::text) limit 1)`,
    [scope.householdId, importId, place],
  )
  const changes = await tx
    .select()
    .from(importChanges)
    .where(
      and(
        eq(importChanges.householdId, scope.householdId),
        eq(importChanges.importId, importId),
        sql`not exists (select 1 from import_changes n
          join imports i on i.household_id = n.household_id and i.id = n.import_id and i.status = 'imported'
          where n.household_id = ${importChanges.householdId} and n.subject_type = ${importChanges.subjectType}
            and n.subject_id = ${importChanges.subjectId}
            and coalesce(i.report ->> 'sameAs', i.id::text) > ${place})`,
      ),
    )
  for (const change of changes) await restoreOne(tx, scope, change)
}

async function restoreOne(tx: Tx, scope: Scope, change: Change): Promise<void> {
  if (change.subjectType === 'transaction') return restoreRow(tx, scope, change.subjectId, imageOf(change))
  if (change.subjectType === 'balance') return restoreBalance(tx, scope, change.subjectId, imageOf(change))
  return restoreAccount(tx, scope, change.subjectId, imageOf(change))
}

async function restoreRow(tx: Tx, scope: Scope, id: string, image: RowImage | null): Promise<void> {
  if (!image) return
  const { deletedAt, ...columns } = image
  const life = deletedAt === undefined ? {} : { deletedAt: deletedAt === null ? null : new Date(deletedAt) }
  await tx
    .update(transactions)
    .set({ ...columns, ...life, minor: BigInt(image.minor), version: sql`${transactions.version} + 1` })
    .where(and(eq(transactions.householdId, scope.householdId), eq(transactions.id, id)))
}

type BalanceImage = { minor: string; availableMinor: string | null; importId: string | null }

async function restoreBalance(tx: Tx, scope: Scope, key: string, image: BalanceImage | null): Promise<void> {
  const [accountId, day] = key.split('|')
  if (!accountId || !day) return
  const own = and(
    eq(balances.householdId, scope.householdId),
    eq(balances.accountId, accountId),
    eq(balances.day, asDate(day)),
    eq(balances.source, 'file'),
  )
  if (!image) await tx.delete(balances).where(own)
  else
    await tx
      .update(balances)
      .set({
        minor: BigInt(image.minor),
        availableMinor: bigintOf(image.availableMinor),
        importId: image.importId,
      })
      .where(own)
}

/** An account the import made stays as it is here; whether it goes is decided by what is left in it. */
async function restoreAccount(tx: Tx, scope: Scope, id: string, image: AccountImage | null): Promise<void> {
  const cleared = { balanceMinor: null, availableMinor: null, balanceAsOf: null, balanceSource: null }
  const before = image && {
    ...image,
    balanceMinor: bigintOf(image.balanceMinor),
    availableMinor: bigintOf(image.availableMinor),
    balanceUpdatedAt: image.balanceUpdatedAt === null ? null : new Date(image.balanceUpdatedAt),
  }
  await tx
    .update(accounts)
    .set(before ?? cleared)
    .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id)))
}

/** Removes accounts that no live import made or fills and that hold no row. */
export async function dropEmptyAccounts(tx: Tx, scope: Scope, ids: readonly string[]): Promise<void> {
  await bulk(
    tx,
    `delete from accounts a
     where a.household_id = $1 and a.id = any($2::uuid[]) and a.source = 'file'
       and exists (select 1 from import_changes c where c.household_id = $1 and c.subject_type = 'account'
         and c.subject_id = a.id::text and c.before is null)
       and not exists (select 1 from transactions t
         where t.household_id = $1 and t.account_id = a.id and t.deleted_at is null)
       and not exists (select 1 from balances b where b.household_id = $1 and b.account_id = a.id)`,
    [scope.householdId, plainArray(ids)],
  )
}
