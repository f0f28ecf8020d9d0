import { exponentOf } from '#lib/core/currency.ts'
import { readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'
import { foldHeader } from '../text.ts'
import type { ReadBalance, ReadHints } from '../types.ts'
import { placeMapping } from './apply-mapping.ts'
import { columnsByShape } from './columns-by-shape.ts'
import {
  type Decision,
  decideCurrency,
  decideDateOrder,
  decideDecimal,
  decideSign,
  guessType,
  profileCurrency,
} from './decide.ts'
import type { ColumnFacts } from './facts.ts'
import { findTable, type HeadRecord, type Table } from './find-table.ts'
import { factGatherer, gatherFacts } from './gather.ts'
import { debitWordsOf } from './headers.ts'
import type { Assumption, Columns, Layout, Preamble } from './layout.ts'
import type { Mapping } from './mapping.ts'
import { readPreamble } from './preamble.ts'
import { type BankLayout, placeColumns } from './profile.ts'
import { askForMapping, type Question } from './questions.ts'
import { guessDelimiter, recordsOf } from './tokenise.ts'

const headChars = 64 * 1024
const headRecords = 300

/** The text of the file from its beginning, each time it is called. */
export type Texts = () => AsyncIterable<string>

type Study = {
  texts: Texts
  records: HeadRecord[]
  rows: string[][]
  firstRecord: number
  delimiter: string
  encoding: string
  hints: ReadHints
}

/**
 * Decides how to read a CSV: its table, columns, date order, decimal mark, sign and currency, over whole columns.
 * Throws AppError `needs_mapping` with the open questions when the file does not say.
 */
export async function studyCsv(texts: Texts, encoding: string, hints: ReadHints): Promise<Layout> {
  const head = await headText(texts)
  const delimiter = hints.mapping?.delimiter ?? guessDelimiter(head)
  const records = recordsOf(head, delimiter, headRecords)
  if (records.length === 0) throw refuse('blank', 'The file is empty. Download it from the bank again.')
  const shared = { texts, records, delimiter, encoding, hints }
  const from = (headerRecord: number | null) => {
    const firstRecord = headerRecord === null ? 0 : headerRecord + 1
    return { ...shared, firstRecord, rows: records.slice(firstRecord).map((record) => record.cells) }
  }
  if (hints.mapping) {
    const placed = placeMapping(hints.mapping, records)
    return mappedLayout(from(placed.headerRecord), placed, hints.mapping)
  }
  const table = findTable(records)
  const study = from(table.headerRecord)
  return table.layout ? bankLayout(study, table, table.layout) : genericLayout(study, table)
}

async function headText(texts: Texts): Promise<string> {
  let text = ''
  for await (const piece of texts()) {
    text += piece
    if (text.length >= headChars) break
  }
  const cut = text.length > headChars ? text.lastIndexOf('\n', headChars) : -1
  return cut > 0 ? text.slice(0, cut) : text.slice(0, headChars * 4)
}

const balanceOf = (
  text: string | null,
  decimal: '.' | ',',
  currency: string,
  asOf: ReadBalance['asOf'],
): ReadBalance | null => {
  const amount = text === null ? null : readAmount(text, decimal, exponentOf(currency))
  return amount && { minor: amount.minor, asOf }
}

/** The facts of the first rows alone, for layouts that leave nothing to decide. */
function headFacts(study: Study, columns: Columns): ColumnFacts {
  const gatherer = factGatherer(columns)
  for (const record of study.records.slice(study.firstRecord)) gatherer.note(record.cells, record.line)
  return gatherer.facts
}

async function bankLayout(study: Study, table: Table, bank: BankLayout): Promise<Layout> {
  const headers = table.headers.map(foldHeader)
  const columns = placeColumns(bank, headers)
  const settled = bank.dateOrder !== 'detect' && bank.decimal !== undefined
  const facts = settled
    ? headFacts(study, columns)
    : await gatherFacts(study.texts(), study.delimiter, study.firstRecord, columns)
  const preamble = readPreamble(study.records.slice(0, Math.max(0, study.firstRecord - 1)))
  const currency = profileCurrency(bank.currency, study.hints.defaultCurrency)
  const order =
    bank.dateOrder !== 'detect'
      ? { value: bank.dateOrder }
      : decideDateOrder(
          facts,
          'date',
          bank.otherwise?.(study.rows, headers) ?? null,
          study.hints.dateOrderHint,
        )
  const decimal: Decision<'.' | ','> = bank.decimal
    ? { value: bank.decimal }
    : decideDecimal(facts.amounts, currency)
  const layout = {
    ...common(study, table.headers, table.headerRecord, columns, preamble, facts),
    profile: table.profile?.id ?? null,
    institution: table.profile?.institution ?? null,
    dateOrder: order.value,
    decimal: decimal.value,
    mixedMarks: decimal.assumed === true,
    sign: bank.sign === 'inverted' ? -1 : 1,
    debitWords: columns.type === -1 ? null : debitWordsOf(facts.typeWords),
    currency,
    accountType:
      bank.accountType === 'guess' ? guessType(facts.cardPayments.positive > 0, '') : bank.accountType,
    ledger: balanceOf(preamble.ledger, decimal.value, currency, preamble.asOf),
    available: balanceOf(preamble.available, decimal.value, currency, preamble.asOf),
    judge: bank.judge ?? null,
    assumed: 'assumed' in order && order.assumed ? [orderAssumed(order.value, facts)] : [],
  } satisfies Partial<Layout>
  const finished: Layout = {
    ...layout,
    sign: layout.sign === 1 ? 1 : -1,
    absolute: bank.absolute ? { debit: true, credit: true } : layout.absolute,
  }
  ask([order, decimal], finished, study)
  return finished
}

const orderAssumed = (order: string, facts: ColumnFacts): Assumption => ({
  code: 'date_order_assumed',
  message: `Dates such as '${facts.dates.example ?? ''}' were read ${order === 'mdy' ? 'month' : 'day'} first, as this bank writes them.`,
  values: { example: facts.dates.example ?? '', order },
})

async function genericLayout(study: Study, table: Table): Promise<Layout> {
  const columns = table.columns ?? columnsByShape(study.rows)
  if (!columns) throw notATable(study)
  settleColumns(columns, study.rows)
  const facts = await gatherFacts(study.texts(), study.delimiter, study.firstRecord, columns)
  const preamble = readPreamble(study.records.slice(0, Math.max(0, study.firstRecord - 1)))
  const currency = decideCurrency(facts, table.headers, preamble, study.hints.defaultCurrency)
  const order = decideDateOrder(facts, table.headers[columns.date] ?? '', null, study.hints.dateOrderHint)
  const decimal = decideDecimal(facts.amounts, currency)
  const sign = decideSign(facts, columns)
  const above = study.records
    .slice(0, study.firstRecord)
    .map((record) => record.cells.join(' '))
    .join(' ')
  const layout: Layout = {
    ...common(study, table.headers, table.headerRecord, columns, preamble, facts),
    profile: null,
    institution: null,
    dateOrder: order.value,
    decimal: decimal.value,
    mixedMarks: decimal.assumed === true,
    sign: sign.value,
    debitWords: sign.debitWords,
    currency,
    accountType: guessType(sign.card, above),
    ledger: balanceOf(preamble.ledger, decimal.value, currency, preamble.asOf),
    available: balanceOf(preamble.available, decimal.value, currency, preamble.asOf),
    judge: null,
    assumed: [],
  }
  const unnamed: Question = {
    id: 'columns',
    reason: 'no_header',
    message: 'The file has no line that names its columns.',
    candidates: [],
  }
  ask([...(table.columns ? [] : [{ question: unnamed }]), order, decimal, sign], layout, study)
  return layout
}

function mappedLayout(
  study: Study,
  placed: { headers: string[]; headerRecord: number | null; columns: Columns },
  mapping: Mapping,
): Layout {
  const facts = headFacts(study, placed.columns)
  const preamble = readPreamble(study.records.slice(0, Math.max(0, study.firstRecord - 1)))
  const currency =
    mapping.currency ?? decideCurrency(facts, placed.headers, preamble, study.hints.defaultCurrency)
  return {
    ...common(study, placed.headers, placed.headerRecord, placed.columns, preamble, facts),
    profile: null,
    institution: null,
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    mixedMarks: false,
    sign: mapping.sign === 'inverted' ? -1 : 1,
    debitWords: debitWordsFor(mapping, placed.columns, facts),
    currency,
    accountType: mapping.accountType ?? 'checking',
    ledger: balanceOf(preamble.ledger, mapping.decimal, currency, preamble.asOf),
    available: balanceOf(preamble.available, mapping.decimal, currency, preamble.asOf),
    judge: null,
    assumed: [],
  }
}

function debitWordsFor(mapping: Mapping, columns: Columns, facts: ColumnFacts): ReadonlySet<string> | null {
  if (columns.type === -1) return null
  if (mapping.debitWords) return new Set(mapping.debitWords.map(foldHeader))
  return debitWordsOf(facts.typeWords)
}

/** What every way of reading has in common. A column of debits that holds one sign only says nothing by it. */
const common = (
  study: Study,
  headers: string[],
  headerRecord: number | null,
  columns: Columns,
  preamble: Preamble,
  facts: ColumnFacts,
) => ({
  delimiter: study.delimiter,
  encoding: study.encoding,
  headerRecord,
  headers,
  firstRecord: study.firstRecord,
  columns,
  absolute: {
    debit: facts.debitPositive === 0 || facts.debitNegative === 0,
    credit: facts.creditPositive === 0 || facts.creditNegative === 0,
  },
  accountId: preamble.accountId,
  accountName: preamble.accountName,
})

function ask(decisions: readonly { question?: Question }[], layout: Layout, study: Study): void {
  const questions = decisions.flatMap((decision) => (decision.question ? [decision.question] : []))
  if (questions.length > 0) throw askForMapping(questions, layout, study.records)
}

/** Leaves out columns whose header promises what their cells do not hold. */
function settleColumns(columns: Columns, rows: readonly string[][]): void {
  const cells = (at: number) => rows.slice(0, 100).map((row) => row[at]?.trim() ?? '')
  const filled = (at: number) => cells(at).filter((cell) => cell !== '')
  const varies = (at: number) => rows.length < 2 || new Set(cells(at)).size > 1
  const texts = columns.description.filter((at) => filled(at).length > 0)
  columns.description = texts.some(varies) ? texts.filter(varies) : texts.slice(0, 1)
  if (columns.currency !== -1 && !filled(columns.currency).every((cell) => /^[A-Z]{3}$/.test(cell)))
    columns.currency = -1
  if (columns.account !== -1 && !filled(columns.account).every((cell) => /(?:.*\d){4}/.test(cell)))
    columns.account = -1
  if (columns.amount !== -1 && filled(columns.amount).length === 0 && columns.debit !== -1)
    columns.amount = -1
  if (columns.amount !== -1) {
    columns.debit = -1
    columns.credit = -1
  }
}

function notATable(study: Study) {
  const lines = study.records.length
  const first = study.records[0]?.cells.join(' ').slice(0, 60) ?? ''
  const dated = study.rows.some((row) => row.some((cell) => takeApart(cell) !== null))
  return dated
    ? refuse('noAmounts', `This text has dates but no column of amounts. It begins with '${first}'.`, {
        first,
      })
    : refuse(
        'notAStatement',
        `This is a text of ${lines} lines without a column of dates, so it is no statement. It begins with '${first}'.`,
        { lines, first },
      )
}
