import { webPage } from '../refusal.ts'
import { holdsDayAndAmount } from './find-sheets.ts'
import { type PageRow, rowsOfPage } from './html-rows.ts'
import { padRows, type Sheet } from './sheet.ts'

type Table = { table: number; rows: PageRow[]; dated: number; first: number; last: number }

const counted = 5000
/** Rows above a table that may name its account; the study looks for headers in its first 60 records. */
const preambleRows = 40

/** A day may share its cell with a reference. */
const firstPart = (cell: string): string => cell.split(/\n| [/|] /, 1)[0] ?? ''

function tablesOf(rows: readonly PageRow[]): Table[] {
  const tables = new Map<number, Table>()
  rows.forEach((row, at) => {
    if (row.table === 0) return
    const known = tables.get(row.table)
    const table = known ?? { table: row.table, rows: [], dated: 0, first: at, last: at }
    if (!known) tables.set(row.table, table)
    table.rows.push(row)
    table.last = at
    if (table.rows.length <= counted && holdsDayAndAmount(row.cells.map(firstPart))) table.dated++
  })
  return [...tables.values()]
}

const headerOf = ({ rows }: Table): string => rows[0]?.cells.join('\n') ?? ''
const namesAccount = (rows: readonly PageRow[]): boolean =>
  rows.some(({ cells }) => cells.some((cell) => /\d(?:[ -]?\d){5}/.test(cell)))

/**
 * The statement in a page of HTML, which banks hand out as `.xls`: the table with the most rows of a day and an amount,
 * with the lines above it, and those with the same first row. Throws AppError `webPage` when there is none.
 */
export async function htmlSheets(texts: AsyncIterable<string>): Promise<Sheet[]> {
  const page = await rowsOfPage(texts)
  const tables = tablesOf(page)
  const main = tables.toSorted((a, b) => b.dated - a.dated || b.rows.length - a.rows.length)[0]
  if (!main || main.dated === 0) throw webPage()
  const sheets: Sheet[] = []
  let after = 0
  for (const table of tables) {
    const same = table === main || headerOf(table) === headerOf(main)
    if (!same || table.dated === 0) {
      if (table.dated > 2) sheets.push(sheetOf(table, []))
      continue
    }
    const above = page.slice(Math.max(after, table.first - preambleRows), table.first)
    const before = sheets.findLast(({ name }) => name === nameOf(main))
    after = table.last + 1
    if (before && !namesAccount(above)) before.rows.push(...table.rows.slice(1))
    else sheets.push({ ...sheetOf(table, above), name: nameOf(main) })
  }
  for (const { rows } of sheets) padRows(rows)
  return sheets
}

const nameOf = ({ table }: Table): string => `${table}`
const sheetOf = (table: Table, above: readonly PageRow[]): Sheet => ({
  name: nameOf(table),
  rows: [...above, ...table.rows].map(({ cells, line }) => ({ cells, line })),
  from1904: false,
})
