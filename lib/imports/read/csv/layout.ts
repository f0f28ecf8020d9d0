import type { CalendarDate } from '#lib/core/calendar.ts'
import type { AccountType, DateOrder, ReadBalance } from '../types.ts'

/** Positions of the columns; −1 for a column that the file does not have. */
export type Columns = {
  date: number
  transactionDate: number
  amount: number
  debit: number
  credit: number
  fee: number
  /** Taken off the amount like the fee. */
  tax: number
  /** The payee is the first of these that is filled; together they are the raw description. */
  description: number[]
  /** Who sent and who received the money: the payee is the one that is not the owner. Both are there, or neither. */
  sender: number
  recipient: number
  memo: number
  balance: number
  externalId: number
  reference: number
  checkNumber: number
  category: number
  type: number
  currency: number
  status: number
  account: number
  /** The name of the account, where a file holds several and numbers none. */
  accountName: number
}

export type Role = Exclude<keyof Columns, 'description'>

/** Days between which a statement lies, both inclusive. */
export type Period = { from: CalendarDate; to: CalendarDate }

/** What a profile may say about one row: leave it out and why, or read some of it differently. */
export type RowVerdict = {
  skip?: { code: string; message: string }
  /** The account the row belongs to, by name. */
  accountName?: string
  /** The row's amount is money in (1) or out (-1), whatever sign is printed. */
  direction?: 1 | -1
  /** What moved, when it is not the amount column alone: printed numbers that are added, and their currency. */
  amounts?: readonly string[]
  currency?: string
  /** A transfer: the money arrives in an account of one's own too, perhaps in another currency. */
  arrives?: { accountName?: string; amount?: string; currency?: string }
  status?: 'posted' | 'pending'
  checkNumber?: string | null
  memo?: string | null
  payee?: string
}

export type RowJudge = (cells: readonly string[], cell: (header: string) => string) => RowVerdict | null

/** Everything that is needed to turn records into rows: nothing is guessed after this. */
export type Layout = {
  profile: string | null
  institution: string | null
  delimiter: string
  encoding: string
  /** Record that names the columns, or null. */
  headerRecord: number | null
  headers: string[]
  /** The headers stand in two lines: columns are remembered by their place. */
  joined: boolean
  /** Number of records before the first that can hold data. */
  firstRecord: number
  columns: Columns
  dateOrder: DateOrder
  decimal: '.' | ','
  /** Both marks divide in this file, each number saying which for itself. */
  mixedMarks: boolean
  sign: 1 | -1
  /** Texts of the type column that mean money out, folded; null when the column does not decide the sign. */
  debitWords: ReadonlySet<string> | null
  /** Debit and credit columns whose own minus signs mean nothing. */
  absolute: { debit: boolean; credit: boolean }
  currency: string
  accountType: AccountType
  accountId: string | null
  accountName: string | null
  /** What the lines above the table say about the statement: its days as written, and its opening balance. */
  stated: readonly [string, string] | null
  opening: ReadBalance | null
  /** Another column of full days: it gives a day its year, and stands in for a booking that is still open. −1: none. */
  otherDay: number
  /** Each amount names its own currency, and the file has several. */
  currencyInAmounts: boolean
  /** The statement's period, for days without a year; null when the days name theirs. */
  period: Period | null
  ledger: ReadBalance | null
  available: ReadBalance | null
  judge: RowJudge | null
  assumed: Assumption[]
}

/** A decision that rests on convention, not on proof: reported as a warning. */
export type Assumption = { code: string; message: string; values?: Record<string, string | number> }

export const noColumns = (): Columns => ({
  date: -1,
  transactionDate: -1,
  amount: -1,
  debit: -1,
  credit: -1,
  fee: -1,
  tax: -1,
  description: [],
  sender: -1,
  recipient: -1,
  memo: -1,
  balance: -1,
  externalId: -1,
  reference: -1,
  checkNumber: -1,
  category: -1,
  type: -1,
  currency: -1,
  status: -1,
  account: -1,
  accountName: -1,
})

export type Preamble = {
  accountId: string | null
  accountName: string | null
  currency: string | null
  asOf: CalendarDate | null
  period: Period | null
  /** The first and the last day of the statement, as written. */
  stated: readonly [string, string] | null
  opening: string | null
  ledger: string | null
  available: string | null
}
