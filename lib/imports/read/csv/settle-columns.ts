import { foldHeader, lastFour } from '../text.ts'
import { currencyOfCell } from './currency-mark.ts'
import { isNegative } from './facts.ts'
import type { Columns } from './layout.ts'
import { settleTexts } from './settle-texts.ts'

const accountNames = new Set(['account', 'konto', 'compte', 'cuenta', 'conto', 'tai khoan'])

/** Leaves out columns whose header promises what their cells do not hold. */
export function settleColumns(
  columns: Columns,
  rows: readonly string[][],
): { unknownCurrency: string | null } {
  const filled = (at: number) =>
    rows.slice(0, 100).flatMap((row) => (row[at]?.trim() ? [row[at]?.trim() ?? ''] : []))
  settleTexts(columns, rows)
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

const bareNumber = /^(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}|\d{6,20})$/
const iban = /^[A-Z]{2}\d{2}[A-Z0-9 ]{10,32}$/
const ownAccount =
  /auftragskonto|auftraggeberkonto|rekeningnummer|own account|eigen rekening|eget|iban\/bban|kontoinhaber|bank account/

/** A column of accounts is one's own, or that of the other side: then it differs from the number above the table, is blank now and then, or changes with nearly every row. */
export function settleAccount(
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
  // An IBAN that is another one in every row is that of the other side, however few rows there are, unless its header
  // speaks of an account: then it may be one row for each of one's own.
  const everyOther =
    distinct.size > 1 &&
    distinct.size === given.length &&
    !/^account\b/.test(foldHeader(headers[at] ?? '')) &&
    given.every((id) => iban.test(id))
  const restless = distinct.size > Math.max(3, given.length / 2)
  if (!own || blank || restless || everyOther || (stated !== null && distinct.size < 2)) columns.account = -1
}
