import { toDecimal } from '#lib/core/money.ts'
import type { ImportReport } from '#lib/imports/types.ts'
import { decimal } from './serialise.ts'

/** The import report of the public API. `sameAs` names the import that brought the same bytes before. */
export const importBody = (report: ImportReport) => ({
  id: report.id,
  fileName: report.fileName,
  format: report.format,
  status: report.status,
  sameAs: report.sameAs,
  accounts: report.accounts.map((account) => ({
    id: account.id,
    name: account.name,
    sourceAccountId: account.sourceAccountId,
    last4: account.last4,
    type: account.type,
    currency: account.currency,
    ledgerBalance: decimal(account.ledgerBalance),
    availableBalance: decimal(account.availableBalance),
    balanceAsOf: account.balanceAsOf,
    new: account.new,
    duplicate: account.duplicate,
    updated: account.updated,
    skipped: account.skipped,
    firstDate: account.firstDate,
    lastDate: account.lastDate,
    sum: toDecimal(account.sum),
  })),
  problems: report.problems.map(({ line, severity, message }) => ({ line, severity, message })),
  problemsLeftOut: report.problemsLeftOut,
  kept: report.kept,
})
