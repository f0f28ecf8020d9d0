import { xmlReader } from '../camt/xml.ts'
import { refuse } from '../refusal.ts'
import { numberToText } from './cells.ts'
import { longestCell, mostCells, mostColumns, padRows, type Sheet, type SheetRow, tooHeavy } from './sheet.ts'

const lastRow = 1_048_576
const mostSheets = 100

const whole = (text: string | undefined): number => {
  const value = text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : 0
  return value <= lastRow ? value : 0
}

/** A `DateTime` as `2026-01-13` or `2026-01-13 14:05:00`. */
function dayText(text: string): string {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(text) ?? []
  if (!day) return text
  return clock && clock !== '00:00:00' ? `${day} ${clock}` : day
}

function textOf(type: string, text: string): string {
  const plain = text.trim()
  if (type === 'DateTime') return dayText(plain)
  if (type === 'Error') return ''
  if (type === 'Boolean') return plain === '1' ? 'TRUE' : 'FALSE'
  // More than fifteen digits are a number of an account, which a number of the machine would round.
  if (type === 'Number' && !/^\d{16,}$/.test(plain) && plain !== '') {
    const value = Number(plain)
    return Number.isFinite(value) ? numberToText(value) : plain
  }
  return text
}

/**
 * The sheets of a workbook in the XML of Excel 2003, which banks hand out as `.xls`. Strict as every XML here: throws
 * AppError for what is broken, cut off, holds a DOCTYPE or is too large.
 */
export async function spreadsheetXmlSheets(texts: AsyncIterable<string>): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  let rows: SheetRow[] | null = null
  let cells: string[] | null = null
  let line = 0
  let spanned = 0
  let column = 0
  let wide = 0
  let type: string | null = null
  let data = ''
  let inComment = false
  let left = mostCells

  const leave = (name: string) => {
    if (name === 'Comment') inComment = false
    else if (name === 'Data' && type !== null) {
      const text = textOf(type, data.slice(0, longestCell))
      type = null
      if (!cells || text === '' || column >= mostColumns) return
      while (cells.length < column) cells.push('')
      cells[column] = text
      if (--left < 0) throw tooHeavy()
    } else if (name === 'Cell') column += 1 + wide
    else if (name === 'Row') {
      if (rows && cells?.some((cell) => cell.trim() !== '')) rows.push({ cells, line })
      cells = null
      line += spanned
    } else if (name === 'Worksheet') rows = null
  }

  const xml = xmlReader({
    open(name, _line, attributes) {
      if (name === 'Worksheet') {
        if (sheets.length >= mostSheets) throw tooHeavy()
        rows = []
        line = 0
        sheets.push({ name: attributes.get('Name') ?? '', rows, from1904: false })
      } else if (name === 'Row' && rows) {
        line = whole(attributes.get('Index')) || line + 1
        spanned = whole(attributes.get('Span'))
        cells = []
        column = 0
      } else if (name === 'Cell' && cells) {
        column = (whole(attributes.get('Index')) || column + 1) - 1
        wide = whole(attributes.get('MergeAcross'))
      } else if (name === 'Comment') inComment = true
      else if (name === 'Data' && cells && !inComment) {
        type = attributes.get('Type') ?? 'String'
        data = ''
      }
    },
    text(piece) {
      if (type !== null && data.length < longestCell) data += piece
    },
    leaf: leave,
    close: leave,
  })
  for await (const text of texts) xml.push(text)
  xml.end()
  const filled = sheets.filter((sheet) => sheet.rows.length > 0)
  if (filled.length === 0) throw refuse('blank', 'The file is empty. Download it from the bank again.')
  for (const sheet of filled) padRows(sheet.rows)
  return filled
}
