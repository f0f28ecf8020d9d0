import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import type { Mapping } from './read/csv/mapping.ts'
import type { MappingRequest } from './read/csv/questions.ts'
import type { AccountType, StatementFormat } from './read/types.ts'

export type ImportStatus = 'preview' | 'imported' | 'undone'

/** `skipped`: the line did not become a row. `line` is 1-based. `code` is a key under `imports.problems`. */
export type ImportProblem = {
  line: number | null
  severity: 'skipped' | 'warning'
  code: string
  message: string
  values?: Record<string, string | number>
}

/** How the account of a file was found; `new`: it is made by the import. `name` is only in reports of earlier versions. */
export type AccountFoundBy = 'number' | 'last4' | 'chosen' | 'overlap' | 'name' | 'new'

/** What one file means for one account. `sum` is of all its rows, new or not. */
export type ImportAccountReport = {
  id: string
  name: string
  institution: string | null
  foundBy: AccountFoundBy
  sourceAccountId: string | null
  last4: string | null
  type: AccountType
  currency: string
  ledgerBalance: Money | null
  availableBalance: Money | null
  balanceAsOf: CalendarDate | null
  new: number
  duplicate: number
  updated: number
  skipped: number
  firstDate: CalendarDate | null
  lastDate: CalendarDate | null
  sum: Money
  /** The account's balance as it was known before and after; null in a preview and where none was known. */
  balanceBefore: Money | null
  balanceAfter: Money | null
}

export type ImportReport = {
  id: string
  fileName: string
  format: StatementFormat
  status: ImportStatus
  /** The import that brought the same bytes before; nothing was read again. */
  sameAs: string | null
  accounts: ImportAccountReport[]
  problems: ImportProblem[]
  /** Problems beyond the 500 that are listed. */
  problemsLeftOut: number
  /** Rows kept by an undo because somebody had edited them. */
  kept: number
}

/** An import of the same bytes, and the day it was made in the household's zone. */
export type RecognisedFile = { report: ImportReport; day: CalendarDate }

export type RowFate = 'new' | 'duplicate' | 'updated'

/** A row as it will be stored, beside the text of the file it came from. */
export type SampleRow = {
  line: number
  raw: string
  date: CalendarDate
  payee: string
  amount: Money
  status: 'posted' | 'pending'
  fate: RowFate
}

export type AccountChoice = { id: string; name: string; currency: string; last4: string | null }

export type ImportPreview = ImportReport & {
  /** Parallel to `accounts`: the file's own key, stored accounts it could be, the likelier first, and the first rows. */
  keys: string[]
  choices: AccountChoice[][]
  /** Parallel to `accounts`: stored accounts that share only the name; which one it is must be answered. */
  namesakes: AccountChoice[][]
  /** Parallel to `accounts`: whether the chosen account has another number than the file names, and whether that is meant. */
  otherNumber: ('asked' | 'sure' | null)[]
  asked: boolean[]
  samples: SampleRow[][]
  /** Whether the file left its currency to the one that was asked for. */
  currencyOpen: boolean
  /** The reading of the columns that was used; null for formats that describe themselves. */
  mapping: Mapping | null
  /** The remembered reading that was used, by name. */
  mappingName: string | null
}

/** A file whose columns must be explained first; `signature` is what its answer is remembered under. */
export type MappingNeeded = { request: MappingRequest; signature: string }

export type ImportSummary = {
  id: string
  fileName: string
  format: StatementFormat
  status: 'imported' | 'undone'
  createdAt: Date
  undoneAt: Date | null
  accountNames: string[]
  /** Whether the file itself is kept and this person may have it. */
  hasFile: boolean
  /** Rows that wait for a decision: deleted ones that the file holds, and possible doubles. */
  open: number
  new: number
  duplicate: number
  updated: number
}

export type SavedMapping = { id: string; name: string; signature: string; mapping: Mapping; createdAt: Date }

/** `done` of `total` rows of one phase; `total` is null while the file is still being read. */
export type ImportProgress = {
  phase: 'reading' | 'matching' | 'writing' | 'finishing'
  done: number
  total: number | null
}

export type ReviewedRow = { id: string; date: CalendarDate; payee: string; amount: Money }

/**
 * What an import leaves to a person. `deleted`: `stored` is a tombstone that the file holds. `resembles`: `fresh` is a new row
 * with the day and the amount of `stored`, which another source brought. `posts`: `fresh` may be what pending `stored` became.
 */
export type ImportReview = {
  kind: 'deleted' | 'resembles' | 'posts'
  decision: 'restored' | 'merged' | 'kept' | null
  line: number | null
  stored: ReviewedRow
  fresh: ReviewedRow | null
}
