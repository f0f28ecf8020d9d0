import type { ImportReport } from './types.ts'

/** The report's counts over all its accounts. */
export function countsOf(report: ImportReport | null) {
  const total = (key: 'new' | 'duplicate' | 'updated' | 'skipped') =>
    (report?.accounts ?? []).reduce((sum, account) => sum + account[key], 0)
  return {
    new: total('new'),
    duplicate: total('duplicate'),
    updated: total('updated'),
    skipped: total('skipped'),
  }
}
