import { money } from '#lib/core/money.ts'
import { leavesQuestion } from './namesake.ts'
import type { AccountPlan, Plan } from './plan.ts'
import { readRawLines } from './raw-lines.ts'
import type { ReadSummary, StatementFormat } from './read/types.ts'
import type { RememberedSpool } from './read-with-memory.ts'
import type { Spool } from './spool.ts'
import type { ImportPreview, ImportReport, RowFate, SampleRow } from './types.ts'

const sampleRows = 5

function fateOf(plan: AccountPlan, at: number): RowFate {
  if (plan.identical[at]) return 'duplicate'
  const match = plan.matches.find((candidate) => candidate.at === at)
  if (!match) return 'new'
  return match.changes ? 'updated' : 'duplicate'
}

async function samplesOf(
  path: string,
  summary: ReadSummary,
  account: AccountPlan,
  plan: Plan,
): Promise<SampleRow[]> {
  const { rows } = account
  const lines = rows.line.slice(0, sampleRows)
  const raw = summary.rawRows
    ? summary.rawRows.filter((row) => row.account === rows.read.key).map((row) => row.text)
    : await readRawLines(path, summary.encoding, lines)
  return lines.flatMap((line, at) => {
    const date = rows.date[at]
    if (!date) return []
    return {
      line,
      raw: raw[at] ?? '',
      date,
      payee: plan.payeeOf(rows.payee[at] ?? '').name,
      amount: money(rows.minor[at] ?? 0n, rows.read.currency),
      status: rows.status[at] ?? 'posted',
      fate: fateOf(account, at),
    }
  })
}

const unnamed = new Set<StatementFormat>(['csv', 'qif', 'xlsx'])

/** Whether another currency may be asked for: the file names none, neither in words nor in a column. */
function leavesCurrency({ summary, accounts }: Spool, taken: string | null): boolean {
  if (summary.problems.some((problem) => problem.code === 'currency_unnamed')) return true
  if (taken === null || !unnamed.has(summary.format)) return false
  return (
    summary.mapping?.columns.currency === undefined && accounts.every(({ read }) => read.currency === taken)
  )
}

/** A report with what a person needs to decide: the possible accounts, and the first rows beside the text of the file. */
export async function previewOf(
  path: string,
  report: ImportReport,
  plan: Plan,
  { spool, mappingName }: RememberedSpool,
  /** The currency to take where the file names none; null when the caller's mapping settles it. */
  taken: string | null,
): Promise<ImportPreview> {
  const samples: SampleRow[][] = []
  for (const account of plan.accounts) samples.push(await samplesOf(path, spool.summary, account, plan))
  return {
    ...report,
    keys: plan.accounts.map((account) => account.rows.read.key),
    choices: plan.accounts.map((account) => account.resolved.choices),
    namesakes: plan.accounts.map((account) => account.resolved.namesakes),
    otherNumber: plan.accounts.map((account) => account.resolved.otherNumber),
    asked: plan.accounts.map(leavesQuestion),
    currencyOpen: leavesCurrency(spool, taken),
    samples,
    mapping: spool.summary.mapping,
    mappingName,
  }
}
