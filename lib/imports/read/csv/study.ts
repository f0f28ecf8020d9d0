import { refuse } from '../refusal.ts'
import type { ReadHints } from '../types.ts'
import { placeMapping } from './apply-mapping.ts'
import { findTable } from './find-table.ts'
import type { Layout } from './layout.ts'
import { bankLayout } from './layout-of-bank.ts'
import { mappedLayout } from './layout-of-mapping.ts'
import { genericLayout } from './layout-of-table.ts'
import { type Records, type Texts, textRecords } from './records.ts'
import { guessDelimiter } from './tokenise.ts'

const headChars = 64 * 1024

/**
 * Decides how to read a CSV: its table, columns, date order, decimal mark, sign and currency, over whole columns.
 * Throws AppError `needs_mapping` with the open questions when the file does not say.
 */
export async function studyCsv(texts: Texts, encoding: string, hints: ReadHints): Promise<Layout> {
  const head = await headText(texts)
  const delimiter = hints.mapping?.delimiter ?? guessDelimiter(head)
  return studyRecords(textRecords(texts, head, delimiter), encoding, hints)
}

/** The same for records that something else cut, as the rows of a sheet. */
export async function studyRecords(
  { head: records, each, delimiter }: Records,
  encoding: string,
  hints: ReadHints,
): Promise<Layout> {
  if (records.length === 0) throw refuse('blank', 'The file is empty. Download it from the bank again.')
  const shared = { each, records, delimiter, encoding, hints }
  const from = (headerRecord: number | null) => {
    const firstRecord = headerRecord === null ? 0 : headerRecord + 1
    return { ...shared, firstRecord, rows: records.slice(firstRecord).map((record) => record.cells) }
  }
  if (hints.mapping) {
    const placed = placeMapping(hints.mapping, records)
    return mappedLayout(from(placed.headerRecord), placed, hints.mapping)
  }
  const table = findTable(records)
  const study = from(table.headerRecord)
  return table.layout ? bankLayout(study, table, table.layout) : genericLayout(study, table)
}

/** The beginning of a text, cut at a line end. */
export async function headText(texts: Texts): Promise<string> {
  let text = ''
  for await (const piece of texts()) {
    text += piece
    if (text.length >= headChars) break
  }
  const cut = text.length > headChars ? text.lastIndexOf('\n', headChars) : -1
  return cut > 0 ? text.slice(0, cut) : text.slice(0, headChars * 4)
}
