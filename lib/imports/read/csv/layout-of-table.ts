import { isIssuedCurrency } from '#lib/core/currency.ts'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'
import { type BalanceProof, moneyAt, proveByBalance, sidedMoney } from './balance-proof.ts'
import { columnsByShape } from './columns-by-shape.ts'
import { orderBeside } from './day-order.ts'
import {
  cardWordsIn,
  type Decision,
  decideCurrency,
  decideDateOrder,
  decideDecimal,
  decideSign,
  guessType,
} from './decide.ts'
import type { Table } from './find-table.ts'
import { gatherFacts } from './gather.ts'
import type { Assumption, Columns, Layout } from './layout.ts'
import { ask, balanceOf, common, preambleOf, type Study } from './layout-parts.ts'
import { proveByQuantity } from './quantity-proof.ts'
import type { Question } from './questions.ts'
import { settleAccount, settleColumns } from './settle-columns.ts'

/** The layout of a table that nobody knows, decided over its whole columns; asks for what they leave open. */
export async function genericLayout(study: Study, table: Table): Promise<Layout> {
  const shaped = table.columns ? null : columnsByShape(study.rows)
  const columns = table.columns ?? shaped?.columns
  if (!columns) throw notATable(study)
  const preamble = preambleOf(study)
  const { unknownCurrency } = settleColumns(columns, study.rows)
  settleAccount(columns, study.rows, table.headers, preamble.accountId)
  const facts = await gatherFacts(study.each, study.firstRecord, columns)
  const headers = [...table.headers, ...unitsBelow(study.rows)]
  const currency = decideCurrency(facts, headers, preamble, study.hints.defaultCurrency)
  const decimal = decideDecimal(facts.amounts, currency, (mark) => prove(study, columns, mark) !== null)
  const proof = prove(study, columns, decimal.value)
  const order = decideDateOrder(
    facts,
    table.headers[columns.date] ?? '',
    null,
    study.hints.dateOrderHint,
    proof,
    orderBeside(study.rows, table.headers, columns, preamble.stated),
    facts.amounts.comma > 0 && decimal.value === ',',
  )
  const text = (records: Study['records']) => records.map((record) => record.cells.join(' ')).join(' ')
  const above = text(study.records.slice(0, study.firstRecord))
  const preface = text(study.records.slice(0, Math.max(0, study.firstRecord - 1)))
  const decided = decideSign(facts, columns, { proof, words: cardWordsIn(above) })
  const traded = proof ? null : proveByQuantity(table.headers, study.rows, columns.amount)
  const sign =
    traded === null || decided.debitWords ? decided : { ...decided, value: traded, question: undefined }
  const layout: Layout = {
    ...common(study, table.headers, table.headerRecord, columns, preamble, facts),
    joined: table.joined === true,
    profile: null,
    institution: null,
    dateOrder: order.value,
    decimal: decimal.value,
    mixedMarks: decimal.assumed === true,
    sign: sign.value,
    debitWords: sign.debitWords,
    currency,
    accountType: guessType(sign.card || (columns.balance === -1 && cardWordsIn(above) !== null), preface),
    opening: balanceOf(preamble.opening, decimal.value, currency, null),
    ledger: balanceOf(preamble.ledger, decimal.value, currency, preamble.asOf),
    available: balanceOf(preamble.available, decimal.value, currency, preamble.asOf),
    judge: null,
    assumed: [order, sign, ...(shaped ? [{ note: columnsAssumed }] : [])].flatMap(({ note }) => note ?? []),
  }
  const open: Decision<unknown>[] = [order, decimal, sign]
  const unsure = shaped !== null && (!shaped.sure || open.some((decision) => decision.question))
  const money = unknownCurrency === null ? [] : [currencyAsked(unknownCurrency, currency)]
  ask([...(unsure ? [unnamed(table.headerRecord !== null)] : []), ...open, ...money], layout, study)
  return layout
}

const columnsAssumed: Assumption = {
  code: 'columns_assumed',
  message: 'The file does not name its columns; they were told by what they hold.',
}

const currencyAsked = (word: string, currency: string): { question: Question } => ({
  question: {
    id: 'currency',
    reason: 'not_given',
    message: `The currency is called '${word.slice(0, 40)}', which is no code of ISO 4217.`,
    candidates: [currency],
    values: { word: word.slice(0, 40) },
  },
})

const unnamed = (named: boolean): { question: Question } => ({
  question: {
    id: 'columns',
    reason: named ? 'unknown_header' : 'no_header',
    message: named
      ? 'The names of the columns are not known.'
      : 'The file has no line that names its columns.',
    candidates: [],
  },
})

/** What the running balance of the first rows proves under a decimal mark. */
function prove(study: Study, columns: Columns, mark: '.' | ','): BalanceProof | null {
  if (columns.balance === -1) return null
  const money =
    columns.amount === -1 ? sidedMoney(columns.debit, columns.credit, mark) : moneyAt(columns.amount, mark)
  const group = (cells: readonly string[]) =>
    `${cells[columns.account] ?? ''}/${cells[columns.currency] ?? ''}`
  return proveByBalance(study.rows, money, moneyAt(columns.balance, mark), group, columns.date)
}

/** The currency of a line of units right below the headers, written as headers name it. */
function unitsBelow([first = []]: readonly string[][]): string[] {
  const units = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return units.every(isIssuedCurrency) ? units.map((unit) => `(${unit})`) : []
}

function notATable(study: Study) {
  const lines = study.records.length
  const first = study.records[0]?.cells.join(' ').slice(0, 60) ?? ''
  const dated = study.rows.some((row) => row.some((cell) => takeApart(cell) !== null))
  return dated
    ? refuse(
        'noAmounts',
        `This text has dates but no column of amounts. It begins with '${first}'. Export it with the amounts.`,
        {
          first,
        },
      )
    : refuse(
        'notAStatement',
        `This is a text of ${lines} lines without a column of dates, so it is no statement. It begins with '${first}'. Export OFX, QIF, CSV, Excel, CAMT or MT940.`,
        { lines, first },
      )
}
