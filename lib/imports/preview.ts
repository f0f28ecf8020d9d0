import { money } from '#lib/core/money.ts'
import { leavesNamesake } from './namesake.ts'
import type { AccountPlan, Plan } from './plan.ts'
import { readRawLines } from './raw-lines.ts'
import type { RememberedSpool } from './read-with-memory.ts'
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
  encoding: string,
  account: AccountPlan,
  plan: Plan,
): Promise<SampleRow[]> {
  const { rows } = account
  const lines = rows.line.slice(0, sampleRows)
  const raw = await readRawLines(path, encoding, lines)
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

/** A report with what a person needs to decide: the possible accounts, and the first rows beside the text of the file. */
export async function previewOf(
  path: string,
  report: ImportReport,
  plan: Plan,
  { spool, mappingName }: RememberedSpool,
): Promise<ImportPreview> {
  const samples: SampleRow[][] = []
  for (const account of plan.accounts)
    samples.push(await samplesOf(path, spool.summary.encoding, account, plan))
  return {
    ...report,
    keys: plan.accounts.map((account) => account.rows.read.key),
    choices: plan.accounts.map((account) => account.resolved.choices),
    namesakes: plan.accounts.map((account) => account.resolved.namesakes),
    asked: plan.accounts.map(leavesNamesake),
    currencyOpen: spool.summary.problems.some((problem) => problem.code === 'currency_unnamed'),
    samples,
    mapping: spool.summary.mapping,
    mappingName,
  }
}
