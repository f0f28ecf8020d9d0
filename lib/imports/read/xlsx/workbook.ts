import { read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { isAppError } from '#lib/core/errors.ts'
import { refuse } from '../refusal.ts'
import { cellText, type SheetCell } from './cells.ts'
import { isZip } from './magic.ts'
import { mostCells, mostColumns, padRows, type Sheet, type SheetRow, tooHeavy } from './sheet.ts'
import { encrypted, kindOfZip } from './zip.ts'

const mostSheets = 100

const broken = () =>
  refuse(
    'workbookBroken',
    'This Excel file is damaged, cut off or protected by a password. Download it from the bank again.',
  )

/** The sheets of a workbook, XLSX, XLSB or XLS. Throws AppError for what is none, is encrypted, broken or too large. */
export async function sheetsOf(head: Uint8Array): Promise<Sheet[]> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (isZip(bytes)) {
    const kind = await kindOfZip(bytes)
    if (kind === 'document')
      throw refuse(
        'document',
        'This is a text document. Download the statement as OFX, QIF, CSV, Excel, CAMT or MT940.',
      )
    if (kind === 'archive')
      throw refuse('archive', 'This is a ZIP archive. Unpack it and import the statement inside.')
  } else set_cptable(codepages)
  const book = parse(bytes)
  if (book.SheetNames.length > mostSheets) throw broken()
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  const budget = { cells: mostCells }
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    if (!sheet) throw broken()
    delete book.Sheets[name]
    const rows = rowsOf(sheet, from1904, budget)
    return rows.length === 0 ? [] : { name, rows, from1904 }
  })
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      nodim: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    })
  } catch (error) {
    if (isAppError(error)) throw error
    throw error instanceof Error && /password|encrypt/i.test(error.message) ? encrypted() : broken()
  }
}

/** Goes only through cells that are there: a cell in the last row of a sheet does not make a million rows. */
function rowsOf(sheet: WorkSheet, from1904: boolean, budget: { cells: number }): SheetRow[] {
  const data = denseRows(sheet)
  const rows: SheetRow[] = []
  for (const at of Object.keys(data)) {
    const row = data[Number(at)]
    if (!row) continue
    const cells: string[] = []
    let filled = false
    for (const column of Object.keys(row)) {
      const place = Number(column)
      if (place >= mostColumns) break
      const text = cellText(row[place], from1904)
      if (text === '') continue
      while (cells.length < place) cells.push('')
      cells.push(text)
      if (text.trim() !== '') filled = true
      if (--budget.cells < 0) throw tooHeavy()
    }
    if (filled) rows.push({ cells, line: Number(at) + 1 })
  }
  padRows(rows)
  return rows
}

type DenseRows = readonly ((SheetCell | undefined)[] | undefined)[]

/** The library's dense rows, which its types leave out. */
const denseRows = (sheet: WorkSheet): DenseRows => {
  const data: unknown = (sheet as Record<string, unknown>)['!data']
  return Array.isArray(data) ? (data as DenseRows) : []
}
