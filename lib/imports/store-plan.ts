import 'server-only'
import { eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import type { Tx } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { takeTurn } from '#lib/users/take-turn.ts'
import { type Plan, planImport } from './plan.ts'
import type { AccountRequest, StoredAccount } from './resolve-account.ts'
import { writeReviews } from './reviews.ts'
import type { Spool } from './spool.ts'
import { writePeriod } from './statement-period.ts'
import type { ImportProgress, ImportReport } from './types.ts'
import { writeAccount, writeBalance } from './write-account.ts'
import { writeMatches } from './write-matches.ts'
import { writeRows, writeSightings } from './write-rows.ts'

/** What an import wrote, for what must happen in the same transaction (alerts). New rows carry `importId`. */
export type Written = {
  importId: string
  accountIds: string[]
  new: number
  from: CalendarDate | null
  to: CalendarDate | null
}

export type ImportOptions = {
  afterWrite: (tx: Tx, scope: Scope, written: Written) => Promise<void>
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
  /** Runs last in the transaction that stores the import. */
  settle?: (tx: Tx, importId: string) => Promise<void>
}

/** Two imports of one household take turns from here on: matching must see what the other one wrote. */
export async function planFile(
  tx: Tx,
  scope: Scope,
  spool: Spool,
  input: AccountRequest,
  options: Omit<ImportOptions, 'afterWrite'>,
): Promise<Plan> {
  await takeTurn(tx, scope)
  const stored: StoredAccount[] = await tx
    .select({
      id: accounts.id,
      name: accounts.name,
      institution: accounts.institution,
      type: accounts.type,
      currency: accounts.currency,
      last4: accounts.last4,
      bankId: accounts.bankId,
      sourceAccountId: accounts.sourceAccountId,
      balanceMinor: accounts.balanceMinor,
    })
    .from(accounts)
    .where(eq(accounts.householdId, scope.householdId))
    .orderBy(accounts.id)
  if (input.accountId && !stored.some((account) => account.id === input.accountId))
    throw notFound('The account')
  return planImport(tx, scope, spool, stored, input, options.onProgress ?? (() => undefined))
}

/** Stores what a plan says, in the open transaction; the import of `report.id` must be there. */
export async function writePlan(
  tx: Tx,
  scope: Scope,
  plan: Plan,
  report: ImportReport,
  options: ImportOptions,
): Promise<void> {
  const context = {
    importId: report.id,
    source: plan.source,
    payeeOf: plan.payeeOf,
    categorise: await loadCategoriser(tx, scope),
    signal: options.signal,
  }
  const total = plan.accounts.reduce((sum, account) => sum + account.fresh.length, 0)
  let done = 0
  for (const [at, account] of plan.accounts.entries()) {
    options.signal?.throwIfAborted()
    await writeAccount(tx, scope, account, report.id, report.accounts[at]?.name ?? '')
    const before = done
    const written = await writeRows(tx, scope, account, context, (rows) =>
      options.onProgress?.({ phase: 'writing', done: before + rows, total }),
    )
    if (written !== account.fresh.length) throw meanwhile()
    done += account.fresh.length
    await writeMatches(tx, scope, account, context)
    await writeSightings(tx, scope, account, report.id)
    await writePeriod(tx, scope, account, report.id)
    await writeReviews(tx, scope, account, report.id)
    await writeBalance(tx, scope, account, report.id)
  }
  options.onProgress?.({ phase: 'finishing', done: total, total })
  await finish(tx, scope, report, { rows: total, amounts: amountsOf(plan) }, options)
}

const meanwhile = (): AppError =>
  new AppError(
    'conflict',
    'Rows of this file were stored by something else at the same moment. Import it again.',
  )

/** What rows that are new, or not what they were, amount to. */
const amountsOf = (plan: Plan): Set<bigint> =>
  new Set(
    plan.accounts.flatMap(({ rows, fresh, matches }) =>
      [...fresh, ...matches.flatMap(({ at, changes }) => (changes ? [at] : []))].flatMap(
        (at) => rows.minor[at] ?? [],
      ),
    ),
  )

async function finish(
  tx: Tx,
  scope: Scope,
  report: ImportReport,
  written: { rows: number; amounts: Set<bigint> },
  options: ImportOptions,
): Promise<void> {
  const dates = report.accounts.flatMap((account) =>
    account.firstDate && account.lastDate ? [account.firstDate, account.lastDate] : [],
  )
  const sorted = dates.toSorted()
  const range = { from: sorted[0] ?? null, to: sorted.at(-1) ?? null }
  if (written.amounts.size > 0 && range.from && range.to)
    await pairTransfers(tx, scope, { from: range.from, to: range.to, amounts: written.amounts })
  await options.afterWrite(tx, scope, {
    importId: report.id,
    accountIds: report.accounts.map((account) => account.id),
    new: written.rows,
    ...range,
  })
  await recordAudit(
    tx,
    scope,
    'import.created',
    { type: 'import', id: report.id },
    {
      file: report.fileName,
      rows: written.rows,
    },
  )
}
