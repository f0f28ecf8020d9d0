import { takeApart } from '../day.ts'
import { columnsByShape } from './columns-by-shape.ts'
import { foldColumn, isDay, readHeaders } from './headers.ts'
import type { Columns } from './layout.ts'
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
  /** The headers are those of two lines, so that no single record of the file has them. */
  joined?: boolean
}

const searched = 60
const mostColumns = 200
/** Rows below a header that show what its columns hold. */
const looked = 40

/** A bank's own layout, by its header record anywhere near the top, or by the shape of rows without headers. */
function findProfile(records: readonly HeadRecord[]): Table | null {
  const all = records.map((record) => record.cells)
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    if (cells.length > mostColumns) continue
    const headers = cells.map(foldColumn)
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

/** Whether one of the next records has a day where the header promises one: summaries above the table have none. */
const leadsToDays = (records: readonly HeadRecord[], at: number, column: number): boolean =>
  records.slice(at + 1, at + 9).some(({ cells }) => isDay(cells[column]?.trim() ?? ''))

/** Finds the table: a known bank first, then headers in any of many languages, then nothing but rows. */
export function findTable(records: readonly HeadRecord[]): Table {
  const known = findProfile(records)
  if (known) return known
  const all = records.map((record) => record.cells)
  let best: Table | null = null
  let bestKnown = 0
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    if (cells.length > mostColumns || cells.some(isDate)) continue
    const named = readHeaders(cells, all.slice(at + 1, at + 1 + looked))
    const score = named ? named.known + (leadsToDays(records, at, named.columns.date) ? mostColumns : 0) : 0
    if (!named || score <= bestKnown) continue
    bestKnown = score
    best = { headerRecord: at, headers: cells, profile: null, layout: null, columns: named.columns }
    const two = twoLines(cells, all[at + 1] ?? [], all.slice(at + 2, at + 2 + looked), named.known)
    if (two) best = { ...best, ...two, headerRecord: at + 1 }
  }
  if (best) return best
  const headerRecord = unknownHeader(records)
  const skipped = headerRecord === null ? linesAbove(all) : 0
  if (skipped > 0)
    return {
      headerRecord: skipped - 1,
      headers: [],
      profile: null,
      layout: null,
      columns: null,
      joined: true,
    }
  const headers = headerRecord === null ? [] : (records[headerRecord]?.cells ?? [])
  return { headerRecord, headers, profile: null, layout: null, columns: null }
}

/** Headers of two lines, as `Amount` above `Debit` and `Credit`; null when the second says nothing more. */
function twoLines(
  above: readonly string[],
  below: readonly string[],
  rows: readonly (readonly string[])[],
  known: number,
): Pick<Table, 'headers' | 'columns' | 'joined'> | null {
  if (!below.some((cell) => cell.trim() !== '') || below.some((cell) => /\d/.test(cell))) return null
  let wide = ''
  const spread = above.map((cell) => {
    wide = cell.trim() === '' ? wide : cell
    return wide
  })
  const cell = (row: readonly string[], at: number) => row[at]?.trim() ?? ''
  const readings = [
    above.map((upper, at) => cell(below, at) || upper),
    above.map((upper, at) => (cell(below, at) === '' ? upper : `${cell(spread, at)} ${cell(below, at)}`)),
  ].flatMap((headers) => {
    const named = readHeaders(headers, rows)
    return named && named.known > known ? [{ headers, ...named }] : []
  })
  const [best] = readings.toSorted((a, b) => b.known - a.known)
  return best ? { headers: best.headers, columns: best.columns, joined: true } : null
}

/** Lines above a table without headers, such as an account and its balance: what makes its columns unreadable. */
function linesAbove(rows: readonly (readonly string[])[]): number {
  for (let skip = 0; skip <= 5 && skip < rows.length - 1; skip++) {
    const shaped = columnsByShape(rows.slice(skip))
    if (!shaped?.sure) continue
    // A first line that moves nothing, such as one of the statement's days and balance, stands above the table too.
    const moves = /[1-9]/.test(rows[skip]?.[shaped.columns.amount] ?? '1')
    return moves || !columnsByShape(rows.slice(skip + 1))?.sure ? skip : skip + 1
  }
  return 0
}

/** The record that can only be headers in words nobody knows: without a digit, right above the first day. */
function unknownHeader(records: readonly HeadRecord[]): number | null {
  const first = records.slice(0, searched).findIndex(({ cells }) => cells.length > 1 && cells.some(isDay))
  const above = records[first - 1]
  if (!above || above.cells.filter((cell) => cell.trim() !== '').length < 2) return null
  return above.cells.every((cell) => !/\d/.test(cell)) ? first - 1 : null
}
