import { z } from 'zod'
import { parseDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import { money } from '#lib/core/money.ts'
import { storableJson } from '#lib/core/storable-text.ts'
import { leavesNamesake } from './namesake.ts'
import type { AccountPlan, Plan } from './plan.ts'
import { otherNumberText } from './resolve-account.ts'
import type { Spool } from './spool.ts'
import type { ImportAccountReport, ImportProblem, ImportReport } from './types.ts'

const balanceOf = (minor: bigint | null | undefined, currency: string): Money | null =>
  minor === null || minor === undefined ? null : money(minor, currency)

/** The account a line of the file belongs to: the one of the nearest row before it. */
function skippedByAccount(spool: Spool): number[] {
  const counts = spool.accounts.map(() => 0)
  for (const problem of spool.summary.problems) {
    if (problem.severity !== 'skipped') continue
    const starts = spool.accounts.map((rows) => rows.line[0] ?? Number.MAX_SAFE_INTEGER)
    const line = problem.line ?? 0
    const at = starts.reduce(
      (best, start, index) => (start <= line && start >= (starts[best] ?? 0) ? index : best),
      0,
    )
    counts[at] = (counts[at] ?? 0) + 1
  }
  const counted = counts.reduce((a, b) => a + b, 0)
  counts[0] = (counts[0] ?? 0) + spool.summary.skipped - counted
  return counts
}

export type Naming = (plan: AccountPlan) => string

function accountReport(plan: AccountPlan, name: string, skipped: number): ImportAccountReport {
  const { rows, resolved, balance } = plan
  const { read } = rows
  const { stored } = resolved
  const updated = plan.matches.filter((match) => match.changes).length
  const identical = plan.identical.reduce((count, id) => count + (id === null ? 0 : 1), 0)
  return {
    id: plan.accountId,
    name,
    institution: stored?.institution ?? read.institution,
    foundBy: resolved.foundBy,
    sourceAccountId: read.sourceAccountId,
    last4: read.last4 ?? stored?.last4 ?? null,
    type: stored?.type ?? read.type,
    currency: read.currency,
    ledgerBalance: balanceOf(balance?.minor, read.currency),
    availableBalance: balanceOf(read.available?.minor, read.currency),
    balanceAsOf: balance?.day ?? null,
    new: plan.fresh.length,
    duplicate: identical + plan.matches.length - updated,
    updated,
    skipped,
    firstDate: rows.firstDate,
    lastDate: rows.lastDate,
    sum: money(rows.sum, read.currency),
    balanceBefore: balanceOf(stored?.balanceMinor, read.currency),
    balanceAfter: null,
  }
}

const resembles = (line: number): ImportProblem => ({
  line,
  severity: 'warning',
  code: 'resembles',
  message: 'This row has the day and the amount of a row that another source brought. Both are kept.',
})

const posts = (line: number): ImportProblem => ({
  line,
  severity: 'warning',
  code: 'posts',
  message: 'This row may be a pending one that came out larger. Both are kept.',
})

export const staysDeleted = (line: number | null): ImportProblem => ({
  line,
  severity: 'warning',
  code: 'deleted',
  message: 'You deleted this row before, so it stays deleted. It can be brought back.',
})

const namesake = (name: string): ImportProblem => ({
  line: null,
  severity: 'warning',
  code: 'namesake',
  message: `This is a new account, although there is one called “${name}”: a name alone does not make them one.`,
  values: { name },
})

const otherNumber = (last4: string | null, name: string): ImportProblem => ({
  line: null,
  severity: 'warning',
  code: 'other_number',
  message: otherNumberText(last4, name),
  values: { name, last4: last4 ?? '' },
})

const warn = { resembles, posts }

/** The report of a plan: what would be, or has been, stored. */
export function reportOf(
  plan: Plan,
  spool: Spool,
  facts: Pick<ImportReport, 'id' | 'fileName' | 'status'>,
  nameOf: Naming,
  /** Whether a person is asked about the accounts instead of being told. */
  asks = false,
): ImportReport {
  const { summary } = spool
  const skipped = skippedByAccount(spool)
  const doubts = plan.accounts.flatMap(({ rows, resembling, tombstones }) => [
    ...resembling.slice(0, 50).map(({ at, kind }) => warn[kind](rows.line[at] ?? 0)),
    ...tombstones.slice(0, 50).map(({ at }) => staysDeleted(rows.line[at] ?? 0)),
  ])
  const asked = facts.status === 'preview' && asks
  const namesakes = asked
    ? []
    : plan.accounts.filter(leavesNamesake).map((account) => namesake(nameOf(account)))
  const others = plan.accounts
    .filter(({ resolved }) => !asked && resolved.otherNumber !== null)
    .map((account) => otherNumber(account.rows.read.last4, nameOf(account)))
  return {
    ...facts,
    format: summary.format,
    sameAs: null,
    accounts: plan.accounts.map((account, at) => accountReport(account, nameOf(account), skipped[at] ?? 0)),
    problems: [...summary.problems, ...doubts, ...namesakes, ...others],
    problemsLeftOut: Math.max(0, summary.skipped + summary.warnings - summary.problems.length),
    kept: 0,
  }
}

const storedMoney = z.object({ minor: z.string().transform(BigInt), currency: z.string() })
const day = z
  .string()
  .transform((text) => parseDate(text))
  .nullable()
const storedReport = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.enum(['ofx', 'qif', 'csv', 'camt', 'mt940', 'xlsx']),
  status: z.enum(['preview', 'imported', 'undone']),
  sameAs: z.string().nullable(),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      institution: z.string().nullable(),
      foundBy: z.enum(['number', 'last4', 'chosen', 'overlap', 'name', 'new']),
      sourceAccountId: z.string().nullable(),
      last4: z.string().nullable(),
      type: z.enum(['checking', 'savings', 'credit_card', 'loan', 'investment', 'cash', 'other']),
      currency: z.string(),
      ledgerBalance: storedMoney.nullable(),
      availableBalance: storedMoney.nullable(),
      balanceAsOf: day,
      new: z.number(),
      duplicate: z.number(),
      updated: z.number(),
      skipped: z.number(),
      firstDate: day,
      lastDate: day,
      sum: storedMoney,
      balanceBefore: storedMoney.nullable().default(null),
      balanceAfter: storedMoney.nullable().default(null),
    }),
  ),
  problems: z.array(
    z.object({
      line: z.number().nullable(),
      severity: z.enum(['skipped', 'warning']),
      code: z.string(),
      message: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  problemsLeftOut: z.number(),
  kept: z.number(),
})

/** A report as JSON keeps it: bigints as decimal text, and of what a problem quotes no half characters. */
export const storeReport = (report: ImportReport): Record<string, unknown> => storableJson(report)

/** Reads a stored report back; throws when it is not one. */
export const readReport = (stored: unknown): ImportReport => storedReport.parse(stored)
