import { decodeEntities } from './html-entities.ts'
import { htmlTokeniser, type Tag } from './html-tokens.ts'
import { longestCell, mostCells, mostColumns, type SheetRow, tooHeavy } from './sheet.ts'

/** A row of a page: of the table with this number, or of no table (0), which makes it a line of text. */
export type PageRow = SheetRow & { table: number }

type Open = {
  table: number
  cells: string[] | null
  text: string | null
  /** Rows that a cell of the column still reaches down into. */
  reach: number[]
  across: number
  down: number
}

const deepest = 40
const mostTables = 50_000
const breaks = /^(?:br|p|div|li|h[1-6]|center|hr|dd|dt|pre)$/

const across = /\scolspan\s*=\s*["']?\s*(\d{1,4})/i
const down = /\srowspan\s*=\s*["']?\s*(\d{1,4})/i

const countOf = (attributes: string, count: RegExp, most: number): number => {
  const [, text] = count.exec(attributes) ?? []
  return Math.min(most, Math.max(1, Number(text ?? 1)))
}

const tidied = (text: string): string =>
  decodeEntities(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/**
 * The rows of all tables of a page, and the lines of text between them, in its order. A table inside a cell has rows of its
 * own; the cells before it are a row. Throws AppError for pages that are nested too deeply or too large.
 */
export async function rowsOfPage(texts: AsyncIterable<string>): Promise<PageRow[]> {
  const rows: PageRow[] = []
  const open: Open[] = []
  let tables = 0
  let line = 0
  let loose = ''
  let left = mostCells

  const emit = (table: number, cells: string[]) => {
    line++
    if (cells.some((cell) => cell !== '')) rows.push({ table, cells, line })
  }
  const endLoose = () => {
    const text = tidied(loose)
    loose = ''
    if (text !== '') emit(0, [text])
  }
  const put = (top: Open, text: string, rowsDown: number) => {
    const cells = top.cells ?? []
    if (--left < 0) throw tooHeavy()
    if (cells.length >= mostColumns) return
    if (rowsDown > 1) top.reach[cells.length] = rowsDown - 1
    cells.push(text)
  }
  /** Steps over columns that a cell above still covers. */
  const stepDown = (top: Open) => {
    while (top.cells && (top.reach[top.cells.length] ?? 0) > 0) {
      const at = top.cells.length
      top.reach[at] = (top.reach[at] ?? 0) - 1
      if (top.cells.length >= mostColumns) return
      top.cells.push('')
      if (--left < 0) throw tooHeavy()
    }
  }
  const endCell = (top: Open) => {
    if (top.text === null) return
    stepDown(top)
    put(top, tidied(top.text), top.down)
    for (let more = 1; more < top.across; more++) put(top, '', top.down)
    top.text = null
  }
  const endRow = (top: Open) => {
    endCell(top)
    stepDown(top)
    if (top.cells) emit(top.table, top.cells)
    top.cells = null
  }

  const opened = (name: string, attributes: string) => {
    const top = open.at(-1)
    if (name === 'table') {
      if (open.length >= deepest || ++tables > mostTables) throw tooHeavy()
      if (top?.text) endRow(top)
      else if (!top) endLoose()
      open.push({ table: tables, cells: null, text: null, reach: [], across: 1, down: 1 })
    } else if (!top) return
    else if (name === 'tr') {
      endRow(top)
      top.cells = []
    } else {
      endCell(top)
      top.cells ??= []
      top.text = ''
      top.across = countOf(attributes, across, mostColumns)
      top.down = countOf(attributes, down, 1000)
    }
  }

  const closed = (name: string) => {
    const top = open.at(-1)
    if (!top) return
    if (name === 'table') {
      endRow(top)
      open.pop()
    } else if (name === 'tr') endRow(top)
    else endCell(top)
  }

  const add = (text: string) => {
    const top = open.at(-1)
    if (!top) {
      if (loose.length < longestCell) loose += text
    } else if (top.text !== null && top.text.length < longestCell) top.text += text
  }

  const tokens = htmlTokeniser({
    text: (text) => add(text.slice(0, longestCell).replace(/\s+/g, ' ')),
    tag({ name, closing, attributes }: Tag) {
      if (/^(?:table|tr|td|th)$/.test(name)) closing ? closed(name) : opened(name, attributes)
      else if (breaks.test(name)) {
        if (open.length === 0) endLoose()
        else add('\n')
      }
    },
  })
  for await (const text of texts) tokens.push(text)
  tokens.end()
  for (const top of open.reverse()) endRow(top)
  endLoose()
  return rows
}
