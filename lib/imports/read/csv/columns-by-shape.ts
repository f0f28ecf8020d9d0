import { readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import type { Column } from './column.ts'
import { debitWordsOf } from './headers.ts'
import { type Columns, noColumns } from './layout.ts'
import { placeMoney } from './money-by-shape.ts'
import { takeYearless } from './yearless.ts'

const share = ({ cells }: Column, test: (cell: string) => boolean): number =>
  cells.filter(test).length / Math.max(1, cells.length)

const isDate = (cell: string): boolean => takeApart(cell) !== null || takeYearless(cell) !== null
const isMoney = (cell: string): boolean =>
  cell.length < 30 &&
  (/[.,]\d{1,3}\b/.test(cell) || /^[-+]/.test(cell)) &&
  !isDate(cell) &&
  (readAmount(cell, '.', 2) ?? readAmount(cell, ',', 2)) !== null
const isWhole = (cell: string): boolean => /^\d{1,9}$/.test(cell)
const isAccount = (cell: string): boolean => /^(?:[A-Z]{2}\d{2}[A-Z0-9]{8,30}|\d{8,20})$/.test(cell)
const distinct = ({ cells }: Column): number => new Set(cells).size

/** Words that say what kind of payment a row is rather than whom it went to. */
const kindOfPayment =
  /\b(?:visa|atm|withdrawal|debit|credit|transfer|direct|standing order|payment|purchase|deposit|fee|interest|pos|card|cheque|check|ach|charge|charges|service|payroll|point of sale|interac|eft|bill|uberweisung|lastschrift|virement|prelevement|carte)\b/i

/** The text column that tells the other side: the first, unless it only says what kind of payment a row is. */
function tellingText([first, second]: readonly Column[]): number[] {
  if (!first) return []
  const kinds = share(first, kindOf)
  return second && kinds > 0.9 && share(second, kindOf) < kinds ? [second.at] : [first.at]
}
const kindOf = (cell: string): boolean => kindOfPayment.test(cell)

/** `sure`: the day and the amount can be nothing else, so that nobody has to be asked. */
export type ShapedColumns = { columns: Columns; sure: boolean }

/** Columns by what their cells look like, for files that name none. Null when there are no days or no amounts. */
export function columnsByShape(rows: readonly (readonly string[])[]): ShapedColumns | null {
  const sample = rows.slice(0, 50)
  const width = Math.min(60, Math.max(0, ...sample.map((row) => row.length)))
  const columns = noColumns()
  const money: Column[] = []
  const whole: Column[] = []
  const texts: Column[] = []
  let days = 0
  for (let at = 0; at < width; at++) {
    const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    const column: Column = { at, cells, rows: sample.length }
    if (cells.length === 0) continue
    if (share(column, isDate) > 0.8) {
      days++
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
    else if (texts.length < 2 && share(column, hasWord) > 0.6 && distinct(column) > 1) texts.push(column)
  }
  columns.description = tellingText(texts)
  const amounts = money.length > 0 ? money : whole
  const settled = placeMoney(columns, amounts, rows)
  if (columns.date === -1 || amounts.length === 0) return null
  const turns = whole.some((column) => money.length > 0 && takesTurns(column, columns, rows))
  const sure = settled && !turns && money.length > 0 && days <= 3 && texts.length > 0 && rows.length > 1
  return { columns, sure }
}

/** Whole numbers only where the amount is blank: the other half of the amounts, which must not be lost. */
const takesTurns = ({ at }: Column, { amount }: Columns, rows: readonly (readonly string[])[]): boolean =>
  amount !== -1 &&
  rows.slice(0, 50).every((row) => ((row[at]?.trim() ?? '') === '') !== ((row[amount]?.trim() ?? '') === ''))

const hasWord = (cell: string): boolean => /\p{L}{2}/u.test(cell) && !isAccount(cell)

const saysDirection = (cells: readonly string[]): boolean => {
  const words = debitWordsOf(cells)
  return words !== null && words.size > 0 && cells.every((cell) => cell.length < 16)
}

const isIdentifier = (column: Column): boolean =>
  column.cells.length > 2 &&
  column.cells.length === column.rows &&
  distinct(column) === column.cells.length &&
  column.cells.every((cell) => /^(?=.*\d{4})[A-Z0-9-]{8,40}$/i.test(cell))
