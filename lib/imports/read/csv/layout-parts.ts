import { exponentOf } from '#lib/core/currency.ts'
import { markEvidence, readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'
import type { ReadBalance, ReadHints } from '../types.ts'
import { currenciesOf } from './currency-mark.ts'
import type { ColumnFacts } from './facts.ts'
import type { HeadRecord } from './find-table.ts'
import { factGatherer } from './gather.ts'
import { isDay } from './headers.ts'
import type { Columns, Layout, Period, Preamble } from './layout.ts'
import { readPreamble } from './preamble.ts'
import { askForMapping, type Question } from './questions.ts'
import type { EachRecord } from './records.ts'

/** The beginning of a table, cut into records, and what the caller said about it. */
export type Study = {
  each: EachRecord
  records: HeadRecord[]
  rows: string[][]
  firstRecord: number
  delimiter: string
  encoding: string
  hints: ReadHints
}

/** A balance printed above the table, which a bank may write with the other mark than the table. */
export const balanceOf = (
  text: string | null,
  decimal: '.' | ',',
  currency: string,
  asOf: ReadBalance['asOf'],
): ReadBalance | null => {
  const evidence = text === null ? null : markEvidence(text)
  const mark = evidence === '.' || evidence === ',' ? evidence : decimal
  const amount = text === null ? null : readAmount(text, mark, exponentOf(currency))
  return amount && { minor: amount.minor, asOf }
}

/** The facts of the first rows alone, for layouts that leave nothing to decide. */
export function headFacts(study: Study, columns: Columns): ColumnFacts {
  const gatherer = factGatherer(columns)
  for (const record of study.records.slice(study.firstRecord)) gatherer.note(record.cells, record.line)
  return gatherer.facts
}

/** What stands above the header record. */
export const preambleOf = (study: Study): Preamble =>
  readPreamble(study.records.slice(0, Math.max(0, study.firstRecord - 1)))

/** What every way of reading has in common. A column of debits that holds one sign only says nothing by it. */
export const common = (
  study: Study,
  headers: string[],
  headerRecord: number | null,
  columns: Columns,
  preamble: Preamble,
  facts: ColumnFacts,
) => {
  const otherDay = otherDayColumn(study.rows, columns)
  return {
    delimiter: study.delimiter,
    encoding: study.encoding,
    headerRecord,
    joined: false,
    headers,
    firstRecord: study.firstRecord,
    columns,
    absolute: {
      debit: facts.debitPositive === 0 || facts.debitNegative === 0,
      credit: facts.creditPositive === 0 || facts.creditNegative === 0,
    },
    stated: preamble.stated,
    otherDay,
    period: periodFor(facts, preamble, otherDay),
    currencyInAmounts:
      columns.currency === -1 && currenciesOf(facts.amounts.symbols, study.hints.defaultCurrency).size > 1,
    accountId: preamble.accountId,
    accountName: columns.accountName === -1 ? preamble.accountName : null,
  }
}

/** Another column that names a full day in every row with a date, such as the value date; −1 when there is none. */
function otherDayColumn(rows: readonly string[][], { date, transactionDate }: Columns): number {
  const dated = rows.filter((row) => isDay(row[date]?.trim() ?? '')).slice(0, 100)
  const width = Math.max(0, ...dated.map((row) => row.length))
  for (let at = 0; at < width; at++)
    if (
      at !== date &&
      at !== transactionDate &&
      dated.every((row) => takeApart(row[at]?.trim() ?? '') !== null)
    )
      return at
  return -1
}

/** The period that gives days their year. Throws when the days name none and nothing above the table does. */
function periodFor(facts: ColumnFacts, preamble: Preamble, otherDay: number): Period | null {
  if (facts.dates.yearless === 0) return null
  if (preamble.period || otherDay !== -1) return preamble.period
  throw refuse(
    'noYear',
    `The days of this file, such as '${facts.dates.example ?? ''}', name no year. Export it again with full dates.`,
    { example: facts.dates.example ?? '' },
  )
}

/** Throws the open questions, when there are any. */
export function ask(decisions: readonly { question?: Question }[], layout: Layout, study: Study): void {
  const questions = decisions.flatMap((decision) => (decision.question ? [decision.question] : []))
  if (questions.length > 0) throw askForMapping(questions, layout, study.records)
}
