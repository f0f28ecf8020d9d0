import { readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'
import { readHeaders } from './headers.ts'
import { type Columns, noColumns } from './layout.ts'
import { type BankLayout, type BankProfile, matches } from './profile.ts'
import { knownProfiles } from './profiles/known.ts'

export type HeadRecord = { cells: string[]; line: number }

/** Where the table of a CSV begins and who made it. `columns` is null when nobody can say. */
export type Table = {
  headerRecord: number | null
  headers: string[]
  profile: BankProfile | null
  layout: BankLayout | null
  columns: Columns | null
}

const searched = 60

/** A bank's own layout, by its header record anywhere near the top, or by the shape of rows without headers. */
function findProfile(records: readonly HeadRecord[]): Table | null {
  const all = records.map((record) => record.cells)
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    const headers = cells.map(foldHeader)
    if (headers.filter((header) => header !== '').length < 3) continue
    for (const profile of knownProfiles)
      for (const layout of profile.layouts)
        if (matches(layout, headers, all.slice(at + 1)))
          return { headerRecord: at, headers: cells, profile, layout, columns: null }
  }
  for (const profile of knownProfiles)
    for (const layout of profile.layouts)
      if (matches(layout, null, all))
        return { headerRecord: null, headers: [], profile, layout, columns: null }
  return null
}

const isDate = (cell: string): boolean => takeApart(cell) !== null
const isAmount = (cell: string): boolean =>
  cell.length < 30 && !isDate(cell) && readAmount(cell, '.', 2) !== null

/** Columns by the shape of their cells, for files without understandable headers: only ever a suggestion. */
export function columnsByShape(rows: readonly (readonly string[])[]): Columns | null {
  const sample = rows.slice(0, 50)
  const width = Math.max(0, ...sample.map((row) => row.length))
  const columns = noColumns()
  const texts: { at: number; length: number }[] = []
  const numbers: number[] = []
  for (let at = 0; at < Math.min(width, 60); at++) {
    const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    const share = (test: (cell: string) => boolean) => cells.filter(test).length / Math.max(1, cells.length)
    if (cells.length === 0) continue
    if (share(isDate) > 0.8) {
      if (columns.date === -1) columns.date = at
      else if (columns.transactionDate === -1) columns.transactionDate = at
    } else if (share((cell) => /^[A-Z]{3}$/.test(cell)) > 0.9 && columns.currency === -1)
      columns.currency = at
    else if (
      share(
        (cell) => /\d[.,]\d{2}\b|^-/.test(cell) && (isAmount(cell) || readAmount(cell, ',', 2) !== null),
      ) > 0.6
    )
      numbers.push(at)
    else if (share((cell) => /\p{L}/u.test(cell)) > 0.6)
      texts.push({ at, length: cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length })
  }
  const first = numbers[0]
  if (columns.date === -1 || first === undefined) return null
  columns.amount = first
  const second = numbers[1]
  if (second !== undefined) columns.balance = second
  columns.description = texts
    .sort((a, b) => b.length - a.length)
    .slice(0, 1)
    .map(({ at }) => at)
  return columns
}

/** Finds the table: a known bank first, then headers in any of many languages, then nothing but rows. */
export function findTable(records: readonly HeadRecord[]): Table {
  const known = findProfile(records)
  if (known) return known
  let best: Table | null = null
  let bestKnown = 0
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    if (cells.some(isDate)) continue
    const named = readHeaders(cells)
    if (named && named.known > bestKnown) {
      bestKnown = named.known
      best = { headerRecord: at, headers: cells, profile: null, layout: null, columns: named.columns }
    }
  }
  return best ?? { headerRecord: null, headers: [], profile: null, layout: null, columns: null }
}
