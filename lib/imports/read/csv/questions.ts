import { AppError } from '#lib/core/errors.ts'
import type { HeadRecord } from './find-table.ts'
import type { Layout, Role } from './layout.ts'
import type { Mapping, MappingColumn } from './mapping.ts'

/** An open question about a CSV; `candidates` are the possible answers, the likelier first. */
export type Question = {
  id: 'columns' | 'dateOrder' | 'decimal' | 'sign' | 'currency'
  reason: 'no_header' | 'unknown_header' | 'ambiguous' | 'contradictory' | 'one_direction' | 'not_given'
  message: string
  candidates: string[]
  values?: Record<string, string | number>
}

export type MappingColumnInfo = { index: number; header: string | null; sample: string[] }

/** `details.extra` of a `needs_mapping` error: plain data, safe to send to a page. */
export type MappingRequest = {
  /** `dateOrder`: a QIF, of which only the order of the days is open; there are no columns to ask about. */
  about: 'columns' | 'dateOrder'
  questions: Question[]
  columns: MappingColumnInfo[]
  sampleRows: string[][]
  candidates: Record<string, string[]>
  mapping: Mapping
}

const optionalRoles = [
  'transactionDate',
  'amount',
  'debit',
  'credit',
  'memo',
  'balance',
  'externalId',
  'reference',
  'checkNumber',
  'category',
  'type',
  'currency',
  'status',
  'account',
  'accountName',
  'sender',
  'recipient',
  'fee',
  'tax',
] as const satisfies readonly Role[]

/** A layout as the mapping that would give it again: columns by header where there is one, else by position. */
export function mappingOf(layout: Omit<Layout, 'judge'>): Mapping {
  const headers = layout.headers
  const name = (at: number): MappingColumn => {
    const header = layout.joined ? '' : (headers[at]?.trim() ?? '')
    return header !== '' && headers.filter((other) => other.trim() === header).length === 1 ? header : at
  }
  const columns: Mapping['columns'] = {
    date: name(Math.max(0, layout.columns.date)),
    description: layout.columns.description.slice(0, 8).map(name),
  }
  for (const role of optionalRoles)
    if (layout.columns[role] !== -1) columns[role] = name(layout.columns[role])
  if (layout.debitWords === null) delete columns.type
  const delimiter = ([',', ';', '\t', '|'] as const).find((known) => known === layout.delimiter)
  return {
    delimiter,
    headerRow: layout.headerRecord === null || layout.joined ? layout.headerRecord : undefined,
    columns,
    dateOrder: layout.dateOrder,
    decimal: layout.decimal,
    sign: layout.sign === 1 ? 'as_is' : 'inverted',
    debitWords:
      layout.debitWords && layout.debitWords.size > 0 ? [...layout.debitWords].slice(0, 20) : undefined,
    currency: layout.columns.currency === -1 ? layout.currency : undefined,
    accountType: layout.accountType,
  }
}

/** The error that asks: it carries the first rows, the columns and a mapping that needs only the answers. */
export function askForMapping(
  questions: Question[],
  layout: Omit<Layout, 'judge'>,
  records: readonly HeadRecord[],
): AppError {
  const rows = records.slice(0, 20).map((record) => record.cells.map((cell) => cell.slice(0, 200)))
  const data = records.slice(layout.firstRecord).map((record) => record.cells)
  const width = Math.max(layout.headers.length, ...data.slice(0, 20).map((row) => row.length), 0)
  const extra: MappingRequest = {
    about: 'columns',
    questions,
    columns: Array.from({ length: Math.min(width, 100) }, (_, index) => ({
      index,
      header: layout.headers[index]?.trim() || null,
      sample: data.slice(0, 5).map((row) => (row[index] ?? '').slice(0, 200)),
    })),
    sampleRows: rows,
    candidates: Object.fromEntries(questions.map((question) => [question.id, question.candidates])),
    mapping: mappingOf(layout),
  }
  return new AppError('needs_mapping', questions.map((question) => question.message).join(' '), {
    messageKey: 'imports.errors.needsMapping',
    values: { questions: questions.length },
    extra,
  })
}
