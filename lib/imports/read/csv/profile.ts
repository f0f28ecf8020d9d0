import type { AccountType, DateOrder } from '../types.ts'
import { foldColumn } from './headers.ts'
import { type Columns, noColumns, type Role, type RowJudge } from './layout.ts'

/** A test for one cell of a file without headers. */
export type CellTest = 'date' | 'amount' | 'text' | 'stamp' | RegExp

/** One layout of a bank's export. Headers are folded: lower case, no accents, no brackets. */
export type BankLayout = {
  /** Headers that must all be there. */
  headers?: readonly string[]
  /** At least one of these must be there too. */
  oneOf?: readonly string[]
  without?: readonly string[]
  /** No headers but `headers` (blank ones do not count). */
  exact?: boolean
  /** For files without headers: what each cell looks like. */
  cells?: readonly CellTest[]
  /** For headers in any language: what the cells below them look like, one test for each column. */
  below?: readonly CellTest[]
  /** A last look at the first rows of data. */
  accepts?: (rows: readonly (readonly string[])[], headers: readonly string[]) => boolean
  columns: Partial<Record<Role, string | number | readonly string[]>> & {
    description: readonly (string | number)[]
  }
  /** `detect`: by the whole column; `otherwise` when the column can be read both ways. */
  dateOrder: DateOrder | 'detect'
  otherwise?: (rows: readonly (readonly string[])[], headers: readonly string[]) => DateOrder | null
  sign?: 'as_is' | 'inverted'
  /** Numbers in the credit (debit) column are money in (out) whatever sign is printed. */
  absolute?: boolean
  decimal?: '.' | ','
  /** The currency, or those the bank hands this layout out in: the person's own when it is one of them. `detect`: by the symbols. */
  currency: string | readonly string[] | 'detect'
  /** `guess`: a card when the rows say so, else checking. */
  accountType: AccountType | 'guess'
  judge?: RowJudge
}

export type BankProfile = { id: string; institution: string; layouts: readonly BankLayout[] }

const tests: Record<Exclude<CellTest, RegExp>, RegExp> = {
  date: /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/,
  stamp: /^\d{8}(?:\d{4,6})?(?:\.\d+)?(?:\[.*\])?$/,
  amount: /^[-+(]?[$€£]?\d[\d,.]*\)?$/,
  text: /\p{L}/u,
}

const fits = (cell: string, test: CellTest): boolean =>
  (test instanceof RegExp ? test : tests[test]).test(cell.trim())

/** Whether these headers (or, without headers, these first rows) are this layout. */
export function matches(
  layout: BankLayout,
  headers: readonly string[] | null,
  rows: readonly (readonly string[])[],
): boolean {
  if (layout.cells) {
    if (headers || rows.length === 0) return false
    const cells = layout.cells
    const all = rows
      .slice(0, 20)
      .every((row) => row.length === cells.length && cells.every((test, i) => fits(row[i] ?? '', test)))
    return all && (layout.accepts?.(rows, []) ?? true)
  }
  if (!headers) return false
  if (layout.below) {
    const { below } = layout
    const first = rows.slice(0, 20)
    if (headers.length !== below.length || first.length === 0) return false
    return first.every(
      (row) => row.length === below.length && below.every((test, i) => fits(row[i] ?? '', test)),
    )
  }
  if (!layout.headers) return false
  const has = (name: string) => headers.includes(name)
  if (!layout.headers.every(has) || layout.without?.some(has)) return false
  if (layout.oneOf && !layout.oneOf.some(has)) return false
  if (layout.exact && headers.filter((header) => header !== '').length !== layout.headers.length) return false
  return layout.accepts?.(rows, headers) ?? true
}

/** Turns the names of a layout into positions. */
export function placeColumns(layout: BankLayout, headers: readonly string[]): Columns {
  const place = (name: string | number): number => (typeof name === 'number' ? name : headers.indexOf(name))
  const columns = noColumns()
  for (const [role, name] of Object.entries(layout.columns)) {
    if (role === 'description' || name === undefined) continue
    const names = typeof name === 'object' ? name : [name]
    columns[role as Role] = names.map(place).find((at) => at !== -1) ?? -1
  }
  columns.description = layout.columns.description.map(place).filter((at) => at !== -1)
  return columns
}

/** The cell under a folded header, for a profile's judge. */
export const cellUnder = (
  headers: readonly string[],
): ((cells: readonly string[]) => (header: string) => string) => {
  const at = new Map<string, number>()
  headers.forEach((header, index) => {
    const folded = foldColumn(header)
    if (!at.has(folded)) at.set(folded, index)
  })
  return (cells) => (header) => cells[at.get(header) ?? -1]?.trim() ?? ''
}
