import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'
import { readHeaders } from './headers.ts'
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
}

const searched = 60
const mostColumns = 200

/** A bank's own layout, by its header record anywhere near the top, or by the shape of rows without headers. */
function findProfile(records: readonly HeadRecord[]): Table | null {
  const all = records.map((record) => record.cells)
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    if (cells.length > mostColumns) continue
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

/** Finds the table: a known bank first, then headers in any of many languages, then nothing but rows. */
export function findTable(records: readonly HeadRecord[]): Table {
  const known = findProfile(records)
  if (known) return known
  let best: Table | null = null
  let bestKnown = 0
  for (let at = 0; at < Math.min(searched, records.length); at++) {
    const cells = records[at]?.cells ?? []
    if (cells.length > mostColumns || cells.some(isDate)) continue
    const named = readHeaders(cells)
    if (named && named.known > bestKnown) {
      bestKnown = named.known
      best = { headerRecord: at, headers: cells, profile: null, layout: null, columns: named.columns }
    }
  }
  const headerRecord = namesNothingKnown(records) ? 0 : null
  const headers = headerRecord === null ? [] : (records[0]?.cells ?? [])
  return best ?? { headerRecord, headers, profile: null, layout: null, columns: null }
}

/** Whether the first record can only be headers in words nobody knows: no digit in it, and days in the record below. */
function namesNothingKnown(records: readonly HeadRecord[]): boolean {
  const [first, second] = records
  if (!first || !second || first.cells.length < 2) return false
  return first.cells.every((cell) => !/\d/.test(cell)) && second.cells.some(isDate)
}
