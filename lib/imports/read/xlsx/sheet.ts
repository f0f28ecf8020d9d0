import { refuse } from '../refusal.ts'

/** A row of a sheet with its number; rows without any text are left out. */
export type SheetRow = { cells: string[]; line: number }
export type Sheet = { name: string; rows: SheetRow[]; from1904: boolean }

export const mostColumns = 200
/** Cells of all sheets of one file. */
export const mostCells = 2_000_000
export const longestCell = 32_767

export const tooHeavy = () =>
  refuse('tooHeavy', 'The file needs more memory than reading a statement may take.')

/** Gives all rows the width of the first ones, as the records of a text have. */
export function padRows(rows: readonly SheetRow[]): void {
  const width = Math.max(0, ...rows.slice(0, 60).map(({ cells }) => cells.length))
  for (const { cells } of rows) while (cells.length < width) cells.push('')
}
