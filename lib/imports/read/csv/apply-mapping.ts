import { refuse } from '../refusal.ts'
import { foldHeader } from '../text.ts'
import type { HeadRecord } from './find-table.ts'
import { type Columns, noColumns, type Role } from './layout.ts'
import type { Mapping, MappingColumn } from './mapping.ts'

export type PlacedMapping = { headerRecord: number | null; headers: string[]; columns: Columns }

const columnsOf = (mapping: Mapping): MappingColumn[] =>
  Object.values(mapping.columns).flatMap((column) => column ?? [])

/** The header record: the one the mapping names, else the first that has every header the mapping uses. */
function headerOf(mapping: Mapping, records: readonly HeadRecord[]): number | null {
  if (mapping.headerRow !== undefined) return mapping.headerRow
  const names = columnsOf(mapping)
    .filter((column) => typeof column === 'string')
    .map(foldHeader)
  if (names.length === 0) return null
  const at = records.findIndex(({ cells }) => {
    const headers = cells.map(foldHeader)
    return names.every((name) => headers.includes(name))
  })
  if (at === -1)
    throw refuse(
      'mappingColumns',
      `The file has no line with the columns ${names.slice(0, 6).join(', ')}. Name columns that it has.`,
      {
        columns: names.slice(0, 6).join(', '),
      },
    )
  return at
}

/** Finds the columns of a mapping in this file. Throws AppError when one of them is not there. */
export function placeMapping(mapping: Mapping, records: readonly HeadRecord[]): PlacedMapping {
  const headerRecord = headerOf(mapping, records)
  const headers = headerRecord === null ? [] : (records[headerRecord]?.cells ?? [])
  const folded = headers.map(foldHeader)
  const place = (column: MappingColumn): number => {
    if (typeof column === 'number') return column
    const exact = headers.findIndex((header) => header.trim() === column)
    const at = exact === -1 ? folded.indexOf(foldHeader(column)) : exact
    if (at === -1)
      throw refuse('mappingColumns', `The file has no column '${column}'. Name one that it has.`, {
        columns: column,
      })
    return at
  }
  const columns = noColumns()
  for (const [role, column] of Object.entries(mapping.columns)) {
    if (column === undefined) continue
    if (Array.isArray(column)) columns.description = column.map(place)
    else columns[role as Role] = place(column)
  }
  return { headerRecord, headers, columns }
}
