import { setImmediate } from 'node:timers/promises'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { assert } from '#lib/core/errors.ts'
import { fingerprintOf, ordinalCounter, tupleOf } from './identity.ts'
import { readInWorker } from './read/read-in-worker.ts'
import type { Batch, ReadAccount, ReadHints, ReadSummary } from './read/types.ts'

/** The rows of one account of the file as parallel arrays, in the order of the file, each with its fingerprint. */
export type AccountRows = {
  read: ReadAccount
  line: number[]
  date: CalendarDate[]
  transactionDate: (CalendarDate | null)[]
  minor: bigint[]
  payee: string[]
  rawDescription: string[]
  memo: (string | null)[]
  externalId: (string | null)[]
  checkNumber: (string | null)[]
  status: ('posted' | 'pending')[]
  providerCategory: (string | null)[]
  runningBalance: (bigint | null)[]
  ordinal: number[]
  fingerprint: string[]
  sum: bigint
  firstDate: CalendarDate | null
  lastDate: CalendarDate | null
}

/** A statement file that was read to its end, in memory. About 500 bytes a row. */
export type Spool = { summary: ReadSummary; accounts: AccountRows[]; rows: number }

const emptyRows = (read: ReadAccount): AccountRows => ({
  read,
  line: [],
  date: [],
  transactionDate: [],
  minor: [],
  payee: [],
  rawDescription: [],
  memo: [],
  externalId: [],
  checkNumber: [],
  status: [],
  providerCategory: [],
  runningBalance: [],
  ordinal: [],
  fingerprint: [],
  sum: 0n,
  firstDate: null,
  lastDate: null,
})

type Growing = { rows: AccountRows; ordinalOf: (tuple: string) => number }

function append({ rows, ordinalOf }: Growing, batch: Batch, at: number): void {
  const date = batch.date[at]
  const raw = batch.rawDescription[at] ?? ''
  const minor = batch.minor[at] ?? 0n
  assert(date, 'a row has a date')
  const tuple = tupleOf(date, minor, rows.read.currency, raw)
  const ordinal = ordinalOf(tuple)
  rows.line.push(batch.line[at] ?? 0)
  rows.date.push(date)
  rows.transactionDate.push(batch.transactionDate[at] ?? null)
  rows.minor.push(minor)
  rows.payee.push(batch.payee[at] ?? '')
  rows.rawDescription.push(raw)
  rows.memo.push(batch.memo[at] ?? null)
  rows.externalId.push(batch.externalId[at] ?? null)
  rows.checkNumber.push(batch.checkNumber[at] ?? null)
  rows.status.push(batch.status[at] ?? 'posted')
  rows.providerCategory.push(batch.providerCategory[at] ?? null)
  rows.runningBalance.push(batch.runningBalance[at] ?? null)
  rows.ordinal.push(ordinal)
  rows.fingerprint.push(fingerprintOf(tuple, ordinal))
  rows.sum += minor
  if (rows.firstDate === null || date < rows.firstDate) rows.firstDate = date
  if (rows.lastDate === null || date > rows.lastDate) rows.lastDate = date
}

/** Reads the whole file in the worker, fingerprinting rows as they come; lets the event loop run between batches. */
export async function spoolStatement(
  path: string,
  hints: ReadHints & { signal?: AbortSignal },
  onRows: (rows: number) => void,
): Promise<Spool> {
  const growing = new Map<string, Growing>()
  let total = 0
  const take = async (batch: Batch): Promise<void> => {
    await setImmediate()
    for (const account of batch.newAccounts)
      growing.set(account.key, { rows: emptyRows(account), ordinalOf: ordinalCounter() })
    for (let at = 0; at < batch.length; at++) {
      const into = growing.get(batch.account[at] ?? '')
      assert(into, 'a row belongs to an account that was announced')
      append(into, batch, at)
    }
    total += batch.length
    onRows(total)
  }
  /** The worker parses the next batch while this thread takes the last one in. */
  let taking: Promise<void> = Promise.resolve()
  const summary = await readInWorker(path, { ...hints, batchSize: 4000 }, async (batch) => {
    await taking
    taking = take(batch)
  })
  await taking
  const accounts = summary.accounts.map((read) => ({
    ...(growing.get(read.key)?.rows ?? emptyRows(read)),
    read,
  }))
  return { summary, accounts, rows: total }
}
