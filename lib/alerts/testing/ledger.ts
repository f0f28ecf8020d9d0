import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { transactions } from '#db/schema/transactions.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { evaluateAlerts } from '../evaluate.ts'
import { seedAlertRules } from '../seed.ts'

export type TestRow = {
  date: string
  minor: number
  payee: string
  account?: string
  kind?: 'standard' | 'transfer'
}

type TestAccount = Partial<typeof accounts.$inferInsert>

/** Seeds the default rules and one account per name; returns their ids. */
export const openAccounts = (
  scope: Scope,
  wanted: Record<string, TestAccount>,
): Promise<Record<string, string>> =>
  withScope(scope, async (tx) => {
    await seedAlertRules(tx, scope)
    const entries = Object.entries(wanted).map(([name, account]) => [name, newId(), account] as const)
    await tx.insert(accounts).values(
      entries.map(([name, id, account]) => ({
        householdId: scope.householdId,
        ownerId: scope.userId,
        name,
        type: 'checking' as const,
        currency: scope.currency,
        source: 'file' as const,
        ...account,
        id,
      })),
    )
    return Object.fromEntries(entries.map(([name, id]) => [name, id]))
  })

export async function insertRows(
  tx: Tx,
  scope: Scope,
  ids: Record<string, string>,
  rows: readonly TestRow[],
  importId: string | null,
): Promise<void> {
  const [first] = Object.keys(ids)
  await tx.insert(transactions).values(
    rows.map((row) => ({
      householdId: scope.householdId,
      id: newId(),
      accountId: ids[row.account ?? first ?? ''] ?? '',
      date: asDate(row.date),
      minor: BigInt(row.minor),
      currency: scope.currency,
      payee: row.payee,
      merchantKey: row.payee.toLowerCase(),
      rawDescription: row.payee,
      status: 'posted' as const,
      kind: row.kind ?? ('standard' as const),
      source: 'file',
      fingerprint: randomUUID(),
      importId,
    })),
  )
}

export type WriteOptions = { balance?: { account: string; minor: number; day: string }; fail?: boolean }

/** Writes rows the way an import does: rows, balance and alerts in one transaction. */
export const write = (
  scope: Scope,
  ids: Record<string, string>,
  rows: readonly TestRow[],
  options: WriteOptions = {},
): Promise<{ alerts: number; mails: number }> =>
  withScope(scope, async (tx) => {
    const importId = newId()
    if (rows.length > 0) await insertRows(tx, scope, ids, rows, importId)
    const { balance } = options
    if (balance)
      await tx
        .update(accounts)
        .set({ balanceMinor: BigInt(balance.minor), balanceAsOf: asDate(balance.day), balanceSource: 'file' })
        .where(eq(accounts.id, ids[balance.account] ?? ''))
    const result = await evaluateAlerts(tx, scope, { importId, accountIds: Object.values(ids) })
    if (options.fail) throw new Error('the write fails after its alerts')
    return result
  })

/** A quiet year before October 2026: 12 groceries a month, of 20 to 75 units, each at its own payee and day. */
export function quietYear(unit = 100): TestRow[] {
  const rows: TestRow[] = []
  for (let month = 1; month <= 9; month += 1)
    for (let index = 0; index < 12; index += 1)
      rows.push({
        date: `2026-${String(month).padStart(2, '0')}-${String(1 + index * 2).padStart(2, '0')}`,
        minor: -(20 + index * 5) * unit,
        payee: `Grocer ${index}`,
      })
  return rows
}
