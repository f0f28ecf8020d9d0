import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Mapping } from './csv/mapping.ts'

export type StatementFormat = 'ofx' | 'qif' | 'csv' | 'camt' | 'mt940' | 'xlsx'
export const accountKinds = [
  'checking',
  'savings',
  'credit_card',
  'loan',
  'investment',
  'cash',
  'other',
] as const
export type AccountType = (typeof accountKinds)[number]

/** A balance in minor units of its account's currency; negative when owed. `asOf` is null when the file does not say. */
export type ReadBalance = { minor: bigint; asOf: CalendarDate | null }

export type ReadAccount = {
  /** Unique in the file; rows point to it. Not an identity across files: use `sourceAccountId` and `last4`. */
  key: string
  sourceAccountId: string | null
  bankId: string | null
  last4: string | null
  name: string | null
  institution: string | null
  type: AccountType
  currency: string
  ledger: ReadBalance | null
  available: ReadBalance | null
  /** The days the statement says it covers, both included. */
  period?: { from: CalendarDate; to: CalendarDate } | null
  /** The balance before the first row of the statement; `asOf` is the day the file writes beside it. */
  opening?: ReadBalance | null
}

export type ReadRow = {
  /** `key` of a ReadAccount. */
  account: string
  /** 1-based line of the file where the row begins. */
  line: number
  /** The booked day as the file writes it. */
  date: CalendarDate
  transactionDate: CalendarDate | null
  /** Minor units of the account's currency; money out is negative, on cards too. */
  minor: bigint
  payee: string
  rawDescription: string
  memo: string | null
  externalId: string | null
  checkNumber: string | null
  reference: string | null
  status: 'posted' | 'pending'
  providerCategory: string | null
  /** The account's balance after this row, when the file prints it. */
  runningBalance: bigint | null
}

/** Something the person should know: `skipped` means a line that did not become a row. */
export type ReadProblem = {
  line: number | null
  severity: 'skipped' | 'warning'
  /** Key under `imports.problems.` of the message catalogue; `values` are its arguments. */
  code: string
  message: string
  values?: Record<string, string | number>
}

export type ReadEvent =
  | { type: 'account'; account: ReadAccount }
  | { type: 'row'; row: ReadRow }
  | { type: 'problem'; problem: ReadProblem }

/** The text of a row as the file holds it, for files whose lines do not show it; `account` is a key. */
export type RawRow = { account: string; line: number; text: string }

/** What is known when the whole file was read. Rows are not in it: they came in batches. */
export type ReadSummary = {
  format: StatementFormat
  encoding: string
  /** Id of the bank profile that recognised the file, or null. */
  profile: string | null
  institution: string | null
  /** All accounts with their final balances (a CSV's balance is only known at its end). */
  accounts: ReadAccount[]
  /** At most `maxProblems` (500); `skipped` and `warnings` count all of them. */
  problems: ReadProblem[]
  rows: number
  skipped: number
  warnings: number
  /** The reading of the columns that was used, to be remembered; null for self-describing formats. */
  mapping: Mapping | null
  /** The first rows of each account, when their lines cannot be read from the file as text. */
  rawRows?: RawRow[]
}

/**
 * Rows as parallel arrays of the same `length`, cheap to post between threads and ready for `unnest`.
 * node-postgres takes plain arrays only: pass `Array.from(minor, String)` and `Array.from(line)`.
 */
export type Batch = {
  length: number
  /** Accounts that this batch is the first to mention, in the order they appear. */
  newAccounts: ReadAccount[]
  account: string[]
  line: Int32Array
  date: CalendarDate[]
  transactionDate: (CalendarDate | null)[]
  minor: BigInt64Array
  payee: string[]
  rawDescription: string[]
  memo: (string | null)[]
  externalId: (string | null)[]
  checkNumber: (string | null)[]
  reference: (string | null)[]
  status: ReadRow['status'][]
  providerCategory: (string | null)[]
  runningBalance: (bigint | null)[]
}

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** What a caller knows beside the bytes. Plain data: it crosses a thread boundary. */
export type ReadHints = {
  fileName: string
  /** Settles every question about a CSV. */
  mapping?: Mapping
  /** Used for a file that names no currency. */
  defaultCurrency: string
  /** Used only when a whole column of dates can be read both ways. */
  dateOrderHint?: DateOrder
  /** Largest file in bytes (default 50 MB); above it the read ends with AppError `too_large`. */
  maxBytes?: number
  /** Most rows of a file (default 500 000): an importer holds about 500 bytes for each. Above it: `invalid`. */
  maxRows?: number
}
