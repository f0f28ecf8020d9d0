import { readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import { debitWordsOf } from './headers.ts'
import { type Columns, noColumns } from './layout.ts'

/** The filled cells of one column. */
type Column = { at: number; cells: string[]; rows: number }

const share = ({ cells }: Column, test: (cell: string) => boolean): number =>
  cells.filter(test).length / Math.max(1, cells.length)

const isDate = (cell: string): boolean => takeApart(cell) !== null
const isMoney = (cell: string): boolean =>
  cell.length < 30 &&
  (/[.,]\d{1,3}\b/.test(cell) || /^[-+]/.test(cell)) &&
  !isDate(cell) &&
  (readAmount(cell, '.', 2) ?? readAmount(cell, ',', 2)) !== null
const isWhole = (cell: string): boolean => /^\d{1,9}$/.test(cell)
const isAccount = (cell: string): boolean => /^(?:[A-Z]{2}\d{2}[A-Z0-9]{8,30}|\d{8,20})$/.test(cell)
const distinct = ({ cells }: Column): number => new Set(cells).size

/** Money columns: an amount, or debit and credit that take turns; one more that is always filled is the balance. */
function placeMoney(columns: Columns, money: Column[], rows: readonly (readonly string[])[]): void {
  const [first, second, third] = money
  if (!first) return
  const filled = (column: Column, row: readonly string[]) => (row[column.at]?.trim() ?? '') !== ''
  const turns = second && rows.every((row) => !(filled(first, row) && filled(second, row)))
  if (second && turns) {
    columns.debit = first.at
    columns.credit = second.at
    if (third) columns.balance = third.at
  } else {
    columns.amount = first.at
    if (second) columns.balance = second.at
  }
}

/** Columns by what their cells look like, for files that name none: only ever a suggestion to confirm. */
export function columnsByShape(rows: readonly (readonly string[])[]): Columns | null {
  const sample = rows.slice(0, 50)
  const width = Math.min(60, Math.max(0, ...sample.map((row) => row.length)))
  const columns = noColumns()
  const money: Column[] = []
  const whole: Column[] = []
  for (let at = 0; at < width; at++) {
    const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    const column: Column = { at, cells, rows: sample.length }
    if (cells.length === 0) continue
    if (share(column, isDate) > 0.8) {
      if (columns.date === -1) columns.date = at
      else if (columns.transactionDate === -1) columns.transactionDate = at
    } else if (columns.currency === -1 && share(column, (cell) => /^[A-Z]{3}$/.test(cell)) > 0.9)
      columns.currency = at
    else if (share(column, isMoney) > 0.6) money.push(column)
    else if (share(column, isWhole) > 0.9) whole.push(column)
    else if (columns.account === -1 && distinct(column) === 1 && isAccount(cells[0] ?? ''))
      columns.account = at
    else if (columns.type === -1 && saysDirection(cells)) columns.type = at
    else if (columns.externalId === -1 && isIdentifier(column)) columns.externalId = at
    else if (
      columns.description.length === 0 &&
      share(column, (cell) => /\p{L}{2}/u.test(cell)) > 0.6 &&
      distinct(column) > 1
    )
      columns.description = [at]
  }
  const amounts = money.length > 0 ? money : whole
  placeMoney(columns, amounts, sample)
  return columns.date === -1 || amounts.length === 0 ? null : columns
}

const saysDirection = (cells: readonly string[]): boolean => {
  const words = debitWordsOf(cells)
  return words !== null && words.size > 0 && cells.every((cell) => cell.length < 16)
}

const isIdentifier = (column: Column): boolean =>
  column.cells.length > 2 &&
  column.cells.length === column.rows &&
  distinct(column) === column.cells.length &&
  column.cells.every((cell) => /^(?=.*\d{4})[A-Z0-9-]{8,40}$/i.test(cell))
