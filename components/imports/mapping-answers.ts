import { type Mapping, type MappingColumn, mappingSchema } from '#lib/imports/read/csv/mapping.ts'
import type { MappingRequest } from '#lib/imports/read/csv/questions.ts'

type ColumnField = 'date' | 'description' | 'memo' | 'amount' | 'debit' | 'credit' | 'balance'

const asked = ['date', 'description', 'memo', 'amount', 'debit', 'credit', 'balance'] as const

/** What a person says about the columns, by position; null: not in the file. */
export type Answers = {
  columns: Record<ColumnField, number | null>
  amounts: 'one' | 'two'
  /** Null while a file that can be read both ways waits for its answer: nothing is proposed. */
  dateOrder: Mapping['dateOrder'] | null
  decimal: Mapping['decimal']
  sign: Mapping['sign']
  currency: string
  accountType: NonNullable<Mapping['accountType']>
}

type Column = MappingRequest['columns'][number]

/** Whether the columns are known and only the order of day and month is open. */
export const asksOnlyOrder = (questions: MappingRequest['questions']): boolean =>
  questions.length > 0 && questions.every((question) => question.id === 'dateOrder')

/** The reader's proposal as answers to start from. */
export function answersOf(
  mapping: Mapping,
  columns: readonly Column[],
  questions: MappingRequest['questions'],
): Answers {
  const at = (column: MappingColumn | undefined): number | null => {
    if (column === undefined) return null
    if (typeof column === 'number') return column
    return columns.find((known) => known.header === column)?.index ?? null
  }
  const { columns: named } = mapping
  const first = (id: string): string | undefined => questions.find((one) => one.id === id)?.candidates[0]
  return {
    columns: {
      date: at(named.date),
      description: at(named.description[0]),
      memo: at(named.memo),
      amount: at(named.amount),
      debit: at(named.debit),
      credit: at(named.credit),
      balance: at(named.balance),
    },
    amounts: named.amount === undefined && named.debit !== undefined ? 'two' : 'one',
    dateOrder: questions.some(({ id }) => id === 'dateOrder') ? null : mapping.dateOrder,
    decimal: mapping.decimal,
    sign: mapping.sign,
    currency: mapping.currency ?? first('currency') ?? '',
    accountType: mapping.accountType ?? 'checking',
  }
}

/** A column by its header where that tells it apart: a later file may have its columns in another order. */
function nameOf(at: number, known: readonly Column[]): MappingColumn {
  const header = known.find((column) => column.index === at)?.header ?? ''
  return header !== '' && known.filter((column) => column.header === header).length === 1 ? header : at
}

/** The answers as a mapping that settles everything; what is never asked (ids, states, further descriptions) stays as proposed. Null while the date, its order or the amount is missing. */
export function mappingFrom(answers: Answers, proposed: Mapping, known: readonly Column[]): Mapping | null {
  const { date, description, memo, amount, debit, credit, balance } = answers.columns
  if (date === null) return null
  const amounts =
    answers.amounts === 'one'
      ? {
          amount,
          ...(proposed.columns.type === undefined ? {} : { type: proposed.columns.type }),
        }
      : { debit, credit }
  const name = (at: number) => (typeof proposed.headerRow === 'number' ? at : nameOf(at, known))
  const named = Object.fromEntries(
    Object.entries({ date, memo, balance, ...amounts })
      .filter(([, value]) => value !== null)
      .map(([field, value]) => [field, typeof value === 'number' ? name(value) : value]),
  )
  const first = description === null ? [] : [name(description)]
  const taken = new Set<unknown>([...Object.values(named), ...first])
  const free = (column: unknown): boolean => !taken.has(column)
  const kept = Object.entries(proposed.columns).filter(
    ([field, column]) =>
      field !== 'type' &&
      !asked.some((one) => one === field) &&
      free(column) &&
      (field !== 'currency' || answers.currency === ''),
  )
  const columns = {
    ...Object.fromEntries(kept),
    ...named,
    description: [...first, ...(first.length > 0 ? proposed.columns.description.slice(1).filter(free) : [])],
  }
  const parsed = mappingSchema.safeParse({
    delimiter: proposed.delimiter,
    encoding: proposed.encoding,
    headerRow: proposed.headerRow,
    debitWords: answers.amounts === 'one' ? proposed.debitWords : undefined,
    columns,
    dateOrder: answers.dateOrder,
    decimal: answers.decimal,
    sign: answers.amounts === 'one' ? answers.sign : 'as_is',
    currency: /^[A-Z]{3}$/.test(answers.currency) ? answers.currency : undefined,
    accountType: answers.accountType,
  })
  return parsed.success ? parsed.data : null
}

/** The columns a saved mapping speaks of, as far as they are known without a file: no sample, and no column it leaves out. */
export function columnsOf(mapping: Mapping): Column[] {
  const named = Object.values(mapping.columns).flat()
  // Headers get numbers beyond those a file can have, so that they never meet a column that is known by its place.
  return [...new Set(named)].map((column, at) =>
    typeof column === 'number'
      ? { index: column, header: null, sample: [] }
      : { index: 1000 + at, header: column, sample: [] },
  )
}

/** A saved mapping with its answers changed, without a file beside it. */
export const editedMapping = (answers: Answers, saved: Mapping): Mapping | null =>
  mappingFrom(answers, saved, columnsOf(saved))
