import { type AppError, isAppError } from '#lib/core/errors.ts'
import { readAmount } from '../amount.ts'
import type { Layout } from '../csv/layout.ts'
import { mappingOf } from '../csv/questions.ts'
import { sheetRecords } from '../csv/records.ts'
import { studyRecords } from '../csv/study.ts'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'
import type { ReadHints } from '../types.ts'
import type { Sheet } from './sheet.ts'

export type StudiedSheet = { sheet: Sheet; layout: Layout }

const looked = 300

/** Whether some row has a day in one cell and an amount in another: a summary of totals has not. */
const holdsRows = ({ rows }: Sheet): boolean =>
  rows.slice(0, looked).some(({ cells }) => holdsDayAndAmount(cells))

/** Whether one cell is a day and another an amount. */
export function holdsDayAndAmount(cells: readonly string[]): boolean {
  const day = cells.findIndex((cell) => takeApart(cell) !== null)
  if (day === -1) return false
  return cells.some(
    (cell, at) =>
      at !== day && /\d/.test(cell) && (readAmount(cell, '.', 2) ?? readAmount(cell, ',', 2)) !== null,
  )
}

/** The order of days that all sheets of the file that say one have. */
function orderIn(studied: readonly StudiedSheet[]): ReadHints['dateOrderHint'] {
  const found = new Set(studied.map(({ layout }) => layout.dateOrder).filter((order) => order !== 'ymd'))
  return found.size === 1 ? [...found][0] : undefined
}

/**
 * A sheet too short to say how it is to be read, by another with the same headers; else by itself, with the order of days
 * of the others. Null when that will not do.
 */
async function studyLike(
  sheet: Sheet,
  studied: readonly StudiedSheet[],
  hints: ReadHints,
  encoding: string,
): Promise<Layout | null> {
  const model = studied.find(({ layout: { headers } }) =>
    sheet.rows
      .slice(0, looked)
      .some(({ cells }) => headers.length > 1 && cells.join('\n') === headers.join('\n')),
  )
  const mapping = model && mappingOf(model.layout)
  const dateOrderHint = hints.dateOrderHint ?? orderIn(studied)
  try {
    return await studyRecords(sheetRecords(sheet.rows), encoding, { ...hints, mapping, dateOrderHint })
  } catch (error) {
    if (!isAppError(error)) throw error
    return null
  }
}

/**
 * The sheets that are tables of transactions, with their layouts, and the names of those that look like one and cannot be
 * read. Throws the first question, or the first refusal, when there is no such sheet.
 */
export async function studySheets(
  sheets: readonly Sheet[],
  hints: ReadHints,
  encoding: string,
): Promise<{ studied: StudiedSheet[]; leftOut: string[] }> {
  if (sheets.length === 0) throw refuse('blank', 'The file is empty. Download it from the bank again.')
  const likely = sheets.filter(holdsRows)
  const studied: StudiedSheet[] = []
  const leftOut: Sheet[] = []
  let refused: AppError | null = null
  const candidates = likely.length > 0 ? likely : sheets
  for (const sheet of candidates) {
    try {
      studied.push({ sheet, layout: await studyRecords(sheetRecords(sheet.rows), encoding, hints) })
    } catch (error) {
      if (!isAppError(error)) throw error
      leftOut.push(sheet)
      if (!refused || (refused.code !== 'needs_mapping' && error.code === 'needs_mapping')) refused = error
    }
  }
  const models = [...studied]
  // Tables of a text may be called alike: what was read is told by the sheet, not by its name.
  for (const sheet of models.length > 0 ? leftOut.slice() : []) {
    const layout = await studyLike(sheet, models, hints, encoding)
    if (!layout) continue
    studied.push({ sheet, layout })
    leftOut.splice(leftOut.indexOf(sheet), 1)
  }
  studied.sort((a, b) => candidates.indexOf(a.sheet) - candidates.indexOf(b.sheet))
  if (studied.length === 0)
    throw refused ?? refuse('blank', 'The file is empty. Download it from the bank again.')
  return { studied, leftOut: leftOut.map(({ name }) => name) }
}
