import { isIssuedCurrency } from '#lib/core/currency.ts'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'
import { foldHeader, lastFour } from '../text.ts'
import { type BalanceProof, moneyAt, proveByBalance, sidedMoney } from './balance-proof.ts'
import { columnsByShape } from './columns-by-shape.ts'
import { currencyOfCell } from './currency-mark.ts'
import {
  cardWordsIn,
  type Decision,
  decideCurrency,
  decideDateOrder,
  decideDecimal,
  decideSign,
  guessType,
} from './decide.ts'
import { isNegative } from './facts.ts'
import type { Table } from './find-table.ts'
import { gatherFacts } from './gather.ts'
import type { Assumption, Columns, Layout } from './layout.ts'
import { ask, balanceOf, common, preambleOf, type Study } from './layout-parts.ts'
import { proveByQuantity } from './quantity-proof.ts'
import type { Question } from './questions.ts'

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
    assumed: [sign, ...(shaped ? [{ note: columnsAssumed }] : [])].flatMap(({ note }) => note ?? []),
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
  return proveByBalance(study.rows, money, moneyAt(columns.balance, mark), group)
}

const accountNames = new Set(['account', 'konto', 'compte', 'cuenta', 'conto', 'tai khoan'])

/** Leaves out columns whose header promises what their cells do not hold. */
function settleColumns(columns: Columns, rows: readonly string[][]): { unknownCurrency: string | null } {
  const cells = (at: number) => rows.slice(0, 100).map((row) => row[at]?.trim() ?? '')
  const filled = (at: number) => cells(at).filter((cell) => cell !== '')
  const varies = (at: number) => rows.length < 2 || new Set(cells(at)).size > 1
  const texts = columns.description.filter((at) => filled(at).length > 0)
  columns.description = texts.some(varies) ? texts.filter(varies) : texts.slice(0, 1)
  if (columns.description.length === 0 && columns.recipient === -1) {
    const spare = mostWords(columns, rows)
    if (spare !== -1) columns.description = [spare]
  }
  const unknown = wordsForCurrency(filled(columns.currency))
  if (!filled(columns.currency).every((cell) => currencyOfCell(cell, '') !== null)) columns.currency = -1
  if (columns.amount !== -1 && filled(columns.amount).length === 0 && columns.debit !== -1)
    columns.amount = -1
  const { amount, debit, credit } = columns
  const sided = debit !== -1 && credit !== -1 && filled(debit).length > 0 && filled(credit).length > 0
  if (amount !== -1 && sided && !filled(amount).some(isNegative)) columns.amount = -1
  else if (amount !== -1) {
    columns.debit = -1
    columns.credit = -1
  }
  return { unknownCurrency: unknown }
}

/** Words such as `US Dollar` in a column of currencies: they say that there is one, but not which. */
const wordsForCurrency = (cells: readonly string[]): string | null =>
  cells.every((cell) => /^\p{L}[\p{L} .]*$/u.test(cell) && currencyOfCell(cell, '') === null)
    ? (cells[0] ?? null)
    : null

/** The currency of a line of units right below the headers, written as headers name it. */
function unitsBelow([first = []]: readonly string[][]): string[] {
  const units = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return units.every(isIssuedCurrency) ? units.map((unit) => `(${unit})`) : []
}

/** The column with the most words that nothing else has taken: what a row is about, under a header nobody knows. */
function mostWords(columns: Columns, rows: readonly string[][]): number {
  const taken = new Set(Object.values(columns).flat())
  const sample = rows.slice(0, 100)
  const width = Math.max(0, ...sample.map((row) => row.length))
  let [best, most] = [-1, 0]
  for (let at = 0; at < width; at++) {
    if (taken.has(at)) continue
    const words = sample.map((row) => (row[at] ?? '').match(/\p{L}{2,}/gu)?.length ?? 0)
    const sum = words.reduce((a, b) => a + b, 0)
    if (words.filter((count) => count > 0).length * 2 >= sample.length && sum > most) [best, most] = [at, sum]
  }
  return best
}

const bareNumber = /^(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}|\d{6,20})$/
const ownAccount = /auftragskonto|auftraggeberkonto|rekeningnummer|own account|eigen rekening|eget|iban\/bban/

/** A column of accounts is one's own, or that of the other side: then it differs from the number above the table, is blank now and then, or changes with nearly every row. */
function settleAccount(
  columns: Columns,
  rows: readonly string[][],
  headers: readonly string[],
  stated: string | null,
): void {
  const names =
    columns.accountName === -1 ? [] : rows.slice(0, 100).map((row) => row[columns.accountName]?.trim() ?? '')
  if (columns.account === -1 && names.length > 0 && names.every((name) => bareNumber.test(name))) {
    columns.account = columns.accountName
    columns.accountName = -1
  }
  const at = columns.account
  if (at === -1) return
  const dated = rows.slice(0, 100).filter((row) => (row[columns.date]?.trim() ?? '') !== '')
  const ids = dated.map((row) => row[at]?.trim() ?? '')
  const given = ids.filter((id) => id !== '')
  const distinct = new Set(given)
  const numbered = given.every((id) => /\d.*\d.*\d.*\d/.test(id.slice(0, 60)))
  if (distinct.size > 20 || !numbered) {
    const name = foldHeader(headers[at] ?? '')
    if (columns.accountName === -1 && accountNames.has(name) && given.some((id) => /\p{L}/u.test(id)))
      columns.accountName = at
    columns.account = -1
    return
  }
  const own = stated === null || given.some((id) => lastFour(id) === lastFour(stated))
  // A header that can only be one's own, or an account's name beside it, settles it.
  if (own && (columns.accountName !== -1 || ownAccount.test(foldHeader(headers[at] ?? '')))) {
    if (stated !== null && distinct.size < 2) columns.account = -1
    return
  }
  const blank = given.length < ids.length
  const restless = distinct.size > Math.max(3, given.length / 2)
  if (!own || blank || restless || (stated !== null && distinct.size < 2)) columns.account = -1
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
