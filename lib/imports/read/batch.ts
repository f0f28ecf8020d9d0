import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Batch, ReadAccount, ReadRow } from './types.ts'

/** Rows as parallel arrays; `newAccounts` are those that no earlier batch mentioned. */
export function toBatch(rows: readonly ReadRow[], newAccounts: ReadAccount[]): Batch {
  const length = rows.length
  const line = new Int32Array(length)
  const minor = new BigInt64Array(length)
  const account = new Array<string>(length)
  const date = new Array<CalendarDate>(length)
  const transactionDate = new Array<CalendarDate | null>(length)
  const payee = new Array<string>(length)
  const rawDescription = new Array<string>(length)
  const memo = new Array<string | null>(length)
  const externalId = new Array<string | null>(length)
  const checkNumber = new Array<string | null>(length)
  const reference = new Array<string | null>(length)
  const status = new Array<ReadRow['status']>(length)
  const providerCategory = new Array<string | null>(length)
  const runningBalance = new Array<bigint | null>(length)
  let i = 0
  for (const row of rows) {
    account[i] = row.account
    line[i] = row.line
    date[i] = row.date
    transactionDate[i] = row.transactionDate
    minor[i] = row.minor
    payee[i] = row.payee
    rawDescription[i] = row.rawDescription
    memo[i] = row.memo
    externalId[i] = row.externalId
    checkNumber[i] = row.checkNumber
    reference[i] = row.reference
    status[i] = row.status
    providerCategory[i] = row.providerCategory
    runningBalance[i] = row.runningBalance
    i++
  }
  return {
    length,
    newAccounts,
    account,
    line,
    date,
    transactionDate,
    minor,
    payee,
    rawDescription,
    memo,
    externalId,
    checkNumber,
    reference,
    status,
    providerCategory,
    runningBalance,
  }
}
