import { foldHeader } from '../text.ts'
import {
  type ColumnFacts,
  isNegative,
  noFacts,
  noteAmount,
  noteCardPayment,
  noteCategory,
  noteDate,
  noteWord,
} from './facts.ts'
import { isDebitWord } from './headers.ts'
import type { Columns } from './layout.ts'
import type { EachRecord } from './records.ts'

/** Collects what the columns say; give it every record of the table, in order. */
export function factGatherer(columns: Columns) {
  const facts = noFacts()
  const describe = columns.description[0] ?? -1
  const note = (cells: readonly string[], line: number) => {
    const date = cells[columns.date]?.trim() ?? ''
    if (date === '') return
    facts.rows++
    noteDate(facts.dates, date, line)
    const amount = columns.amount === -1 ? '' : (cells[columns.amount] ?? '')
    const debit = columns.debit === -1 ? '' : (cells[columns.debit] ?? '')
    const credit = columns.credit === -1 ? '' : (cells[columns.credit] ?? '')
    if (amount !== '') noteAmount(facts.amounts, amount)
    if (debit !== '') {
      noteAmount(facts.amounts, debit)
      if (isNegative(debit)) facts.debitNegative++
      else if (/[1-9]/.test(debit)) facts.debitPositive++
    }
    if (credit !== '') {
      noteAmount(facts.amounts, credit)
      if (isNegative(credit)) facts.creditNegative++
      else if (/[1-9]/.test(credit)) facts.creditPositive++
    }
    if (describe !== -1) noteCardPayment(facts, cells[describe] ?? '', amount || debit || credit)
    if (columns.category !== -1 && amount !== '') noteCategory(facts, cells[columns.category] ?? '', amount)
    if (columns.type !== -1) {
      const word = cells[columns.type] ?? ''
      noteWord(facts.typeWords, word)
      if (amount !== '' && word !== '') {
        if (isDebitWord(foldHeader(word)) === isNegative(amount)) facts.signByType.agree++
        else facts.signByType.oppose++
      }
    }
    if (columns.currency !== -1 && facts.currencies.size < 50)
      facts.currencies.add(cells[columns.currency]?.trim() ?? '')
  }
  return { facts, note }
}

/** Goes through all records for their facts. */
export async function gatherFacts(
  each: EachRecord,
  firstRecord: number,
  columns: Columns,
): Promise<ColumnFacts> {
  const gatherer = factGatherer(columns)
  let index = 0
  await each((cells, line) => {
    if (index++ >= firstRecord) gatherer.note(cells, line)
  })
  return gatherer.facts
}
