import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Batch, ReadAccount, ReadRow } from './types.ts'

/**
 * A batch for the way between threads. Cloning many short strings is slow (measured: half of the whole read), so each
 * column of texts is one string, parted by NUL, which decoding never lets through; '' stands for null.
 */
export type PackedBatch = {
  length: number
  newAccounts: ReadAccount[]
  line: Int32Array
  minor: BigInt64Array
  runningBalance: BigInt64Array | null
  texts: (string | null)[]
}

const part = '\u0000'
const noBalance = -(2n ** 63n)

const columns = [
  'account',
  'date',
  'transactionDate',
  'payee',
  'rawDescription',
  'memo',
  'externalId',
  'checkNumber',
  'reference',
  'status',
  'providerCategory',
] as const satisfies readonly (keyof ReadRow)[]

/** One text for a column; null when no row fills it. */
function packColumn(rows: readonly ReadRow[], column: (typeof columns)[number]): string | null {
  let text = ''
  let filled = false
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i]?.[column]
    if (i > 0) text += part
    if (value) {
      filled = true
      text += value
    }
  }
  return filled ? text : null
}

/** Packs rows; `newAccounts` are those that no earlier batch mentioned. */
export function packBatch(rows: readonly ReadRow[], newAccounts: ReadAccount[]): PackedBatch {
  const line = new Int32Array(rows.length)
  const minor = new BigInt64Array(rows.length)
  const balances = new BigInt64Array(rows.length)
  let balanced = false
  let i = 0
  for (const row of rows) {
    line[i] = row.line
    minor[i] = row.minor
    balances[i] = row.runningBalance ?? noBalance
    if (row.runningBalance !== null) balanced = true
    i++
  }
  return {
    length: rows.length,
    newAccounts,
    line,
    minor,
    runningBalance: balanced ? balances : null,
    texts: columns.map((column) => packColumn(rows, column)),
  }
}

/** Takes a packed batch apart into parallel arrays. */
export function unpackBatch({ length, newAccounts, line, minor, runningBalance, texts }: PackedBatch): Batch {
  const filled = (column: (typeof columns)[number]): string[] => {
    const text = texts[columns.indexOf(column)]
    return text === null || text === undefined ? new Array<string>(length).fill('') : text.split(part)
  }
  const optional = (column: (typeof columns)[number]): (string | null)[] => {
    const text = texts[columns.indexOf(column)]
    return text === null || text === undefined
      ? new Array<null>(length).fill(null)
      : text.split(part).map((value) => value || null)
  }
  return {
    length,
    newAccounts,
    account: filled('account'),
    line,
    date: asDates(filled('date')),
    transactionDate: asDates(optional('transactionDate')),
    minor,
    payee: filled('payee'),
    rawDescription: filled('rawDescription'),
    memo: optional('memo'),
    externalId: optional('externalId'),
    checkNumber: optional('checkNumber'),
    reference: optional('reference'),
    status: filled('status').map((status) => (status === 'pending' ? 'pending' : 'posted')),
    providerCategory: optional('providerCategory'),
    runningBalance: runningBalance
      ? Array.from(runningBalance, (value) => (value === noBalance ? null : value))
      : new Array<null>(length).fill(null),
  }
}

/** Only packed CalendarDates come here, so the brand is given back without reading them again. */
function asDates(texts: string[]): CalendarDate[]
function asDates(texts: (string | null)[]): (CalendarDate | null)[]
function asDates(texts: (string | null)[]): (CalendarDate | null)[] {
  return texts as (CalendarDate | null)[]
}
