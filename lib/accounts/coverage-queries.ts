import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { balances } from '#db/schema/accounts.ts'
import { imports, statementPeriods } from '#db/schema/imports.ts'
import { transactions } from '#db/schema/transactions.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { coverageOf } from './coverage.ts'
import { dayMoves, findAccount } from './queries.ts'
import type { Coverage, StatedPeriod } from './types.ts'

export type AccountCoverage = { currency: string; fed: boolean; coverage: Coverage | null }

/** Which months the statements of an account cover; see `coverageOf`. Throws `not_found`. */
export async function getCoverage(scope: Scope, id: string): Promise<AccountCoverage> {
  return withScope(scope, async (tx) => {
    const account = await findAccount(tx, scope, id)
    const fed = account.connectionId !== null
    const periods = await periodsOf(tx, scope, id)
    if (periods.length === 0) return { currency: account.currency, fed, coverage: null }
    const stated = await tx
      .select({ day: balances.day, minor: balances.minor })
      .from(balances)
      .where(and(eq(balances.householdId, scope.householdId), eq(balances.accountId, id)))
    const days = new Set([
      ...stated.map(({ day }) => day),
      ...periods.flatMap(({ from, to, opening, closing }) => [
        ...(opening === null ? [] : [addDays(from, -1)]),
        ...(closing === null ? [] : [to]),
      ]),
    ])
    const moves = (await dayMoves(tx, scope, [id])).get(id) ?? []
    const rowsOn = await rowsOnDays(tx, scope, id, [...days])
    const coverage = coverageOf({ periods, balances: stated, moves, rowsOn, today: scope.today, fed })
    return { currency: account.currency, fed, coverage }
  })
}

const periodsOf = (tx: Tx, scope: Scope, accountId: string): Promise<StatedPeriod[]> =>
  tx
    .select({
      from: statementPeriods.firstDay,
      to: statementPeriods.lastDay,
      stated: statementPeriods.stated,
      opening: statementPeriods.openingMinor,
      closing: statementPeriods.closingMinor,
    })
    .from(statementPeriods)
    .innerJoin(
      imports,
      and(eq(imports.householdId, statementPeriods.householdId), eq(imports.id, statementPeriods.importId)),
    )
    .where(
      and(
        eq(statementPeriods.householdId, scope.householdId),
        eq(statementPeriods.accountId, accountId),
        eq(imports.status, 'imported'),
      ),
    )

async function rowsOnDays(
  tx: Tx,
  scope: Scope,
  accountId: string,
  days: CalendarDate[],
): Promise<Map<CalendarDate, bigint[]>> {
  if (days.length === 0) return new Map()
  const rows = await tx
    .select({ day: transactions.date, minor: transactions.minor })
    .from(transactions)
    .where(
      and(
        eq(transactions.householdId, scope.householdId),
        eq(transactions.accountId, accountId),
        inArray(transactions.date, days),
        eq(transactions.status, 'posted'),
        isNull(transactions.deletedAt),
      ),
    )
    .orderBy(asc(transactions.id))
  return Map.groupBy(rows, (row) => row.day)
    .entries()
    .reduce(
      (all, [day, found]) =>
        all.set(
          day,
          found.map(({ minor }) => minor),
        ),
      new Map<CalendarDate, bigint[]>(),
    )
}
