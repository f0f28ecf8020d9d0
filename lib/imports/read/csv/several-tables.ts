import { mostAccounts, tooManyAccounts } from '../refusal.ts'
import { holdsDayAndAmount } from '../xlsx/find-sheets.ts'
import type { Sheet, SheetRow } from '../xlsx/sheet.ts'
import { readHeaders } from './headers.ts'
import type { Texts } from './records.ts'
import { headText } from './study.ts'
import { csvTokeniser, guessDelimiter, recordsOf } from './tokenise.ts'

/** Larger files are of one account; all of it is held in memory to be cut. */
const largest = 4 * 1024 * 1024
const searched = 300
const fewestNames = 3
const ahead = 9
const accountWords =
  /konto|account|karte|card|sparen|saving|checking|compte|livret|carte|cuenta|tarjeta|conto|carta|rekening|tili|rachunek|ucet|tai khoan|[A-Z]{2}\d{2}[A-Z0-9]{10,}/i

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.map((cell) => cell.trim()).join('\n') === b.map((cell) => cell.trim()).join('\n')

const tellsAccount = (records: readonly SheetRow[]): boolean =>
  records.some(({ cells }) => accountWords.test(cells.join(' ')))

/**
 * The records at which a table of another account begins, with what stands above it. Of several accounts each is named:
 * words above a later table alone, or the same above each, are the head of a page.
 */
function startsOf(records: readonly SheetRow[]): number[] {
  const starts: number[] = []
  let header: readonly string[] | null = null
  let lastRow = -1
  let title = ''
  for (const [at, { cells }] of records.entries()) {
    if (holdsDayAndAmount(cells)) {
      lastRow = at
      continue
    }
    const below = records.slice(at + 1, at + 1 + ahead).map((record) => record.cells)
    if (!below.some(holdsDayAndAmount)) continue
    const same: boolean = header !== null && sameCells(header, cells)
    if (!same && (readHeaders(cells, below)?.known ?? 0) < fewestNames) continue
    const between = records.slice(lastRow + 1, at)
    const told = tellsAccount(between)
    const called = titleOf(between)
    if (header === null) {
      starts.push(0)
      if (!told) return starts
    } else if (lastRow > (starts.at(-1) ?? 0) && told && (called !== title || !same)) {
      // What follows the rows without a blank line, such as a closing balance, is of the table before.
      const gap = between.findIndex(
        (record, index) => record.line - (records[lastRow + index]?.line ?? record.line) > 1,
      )
      starts.push(lastRow + 1 + Math.max(0, gap))
      if (starts.length > mostAccounts) throw tooManyAccounts()
    } else if (!same) continue
    if (told) title = called
    header = cells
  }
  return starts
}

const pageMark = /\b(?:page|seite|pagina|p\u00e1gina|strona|strana|sida|side|sivu|trang) *\d.*$/i

/** The first text above a table: what its account is called. */
const firstText = (rows: readonly SheetRow[]): string =>
  rows.flatMap(({ cells }) => cells).find((cell) => /\p{L}/u.test(cell)) ?? ''

/** All that is written above a table, whatever page it is on. */
const titleOf = (rows: readonly SheetRow[]): string =>
  rows.map(({ cells }) => cells.join(' ').slice(0, 200).replace(pageMark, '').trim()).join('\n')

/** The tables of a file that holds several accounts, as the sheets of a workbook; null when it is one table. */
export async function tablesOf(texts: Texts, size: number): Promise<Sheet[] | null> {
  if (size > largest) return null
  const head = await headText(texts)
  const delimiter = guessDelimiter(head)
  if (startsOf(recordsOf(head, delimiter, searched)).length < 2) return null
  const records: SheetRow[] = []
  const tokens = csvTokeniser(
    delimiter,
    (cells, line) => {
      records.push({ cells, line })
    },
    () => {},
  )
  for await (const text of texts()) tokens.push(text)
  tokens.end()
  const starts = startsOf(records)
  return starts.map((start, index) => {
    const rows = records.slice(start, starts[index + 1])
    return { name: firstText(rows), rows, from1904: false }
  })
}
