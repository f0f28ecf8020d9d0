import { isIssuedCurrency } from '#lib/core/currency.ts'
import { readAmount } from '../amount.ts'
import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'
import { currencyOfMark } from './currency-mark.ts'
import { creditTerms, dateWords, debitTerms, moneyWords, roleLists, textWords } from './header-words.ts'
import { type Columns, noColumns } from './layout.ts'
import { type LikelyRole, likelyMoney, namesRole, speaksOf } from './likely-headers.ts'
import { takeYearless } from './yearless.ts'

const unit =
  /^(.{3,}?)(?: in| i| en| w| v)?[ -]+(?:usd|eur|gbp|vnd|chf|sek|nok|dkk|pln|czk|cad|aud|nzd|sgd|hkd|inr|jpy|zar|brl|mxn|huf|ron|try|thb|idr|php|myr|aed|ils)$/

const vietnamese =
  /\bngay\b|so tien|ghi no|ghi co|phat sinh|so du|noi dung|dien giai|mo ta|so but toan|so ct|so giao dich|ma giao dich|so tham chieu|doi tac|don vi|so tai khoan/
const bilingual = /^(.*?\p{L}.*?)\s*[/|\n]\s*(\S.*)$/su
/** Vietnamese words too short to be told from others, but by the English beside them. */
const shortWords = new Map<string, RegExp>(
  Object.entries({
    no: /^(?:debit|withdrawal)/,
    'no tktt': /^debit/,
    co: /^(?:credit|deposit)/,
    'co tktt': /^credit/,
    phi: /^(?:lai|fee|charge|interest)/,
    thue: /\b(?:vat|tax)\b/,
  }),
)

const isVietnamese = (half: string, other: string): boolean =>
  vietnamese.test(half) || shortWords.get(half)?.test(other) === true

/** A folded header; of one in Vietnamese and English, the Vietnamese half. */
export const foldColumn = (header: string): string => {
  const halves = bilingual.exec(header.slice(0, 200))
  if (!halves) return foldHeader(header)
  const [first, second] = [foldHeader(halves[1] ?? ''), foldHeader(halves[2] ?? '')]
  if (isVietnamese(first, second)) return first
  return isVietnamese(second, first) ? second : foldHeader(header)
}

/** `Amount (credit)` is a side of the money, not the amount. */
const side = /^(\s*amount)\s*\((credit|debit)\)\s*$/i

/** A folded header without the currency behind it: `Betrag in EUR`, `Amount GBP`, `Saldo [PLN]`. */
const plainHeader = (header: string): string => {
  const folded = foldColumn(header.replace(side, '$2 $1').replace(/\[[^[\]]*\]/g, ' '))
  return unit.exec(folded)?.[1] ?? folded
}

/** A full day, or one that leaves its year to the statement. */
export const isDay = (cell: string): boolean => takeApart(cell) !== null || takeYearless(cell) !== null

const isMoney = (cell: string): boolean =>
  (takeApart(cell) === null || /^\d+$/.test(cell)) &&
  (readAmount(cell, '.', 2) ?? readAmount(cell, ',', 2)) !== null

/** What a header record names. `known` counts the headers that were understood. */
export type NamedColumns = { columns: Columns; known: number }

/** `TransactionDate` and `Data_Operazione` as two words; headers of one word stay as they are. */
const apart = (header: string): string => header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')

/** Whether the cells below a header can be what it promises: some are, or all are blank. */
type Holds = (at: number) => boolean

const holdsIn =
  (rows: readonly (readonly string[])[], test: (cell: string) => boolean): Holds =>
  (at) => {
    const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    return cells.length === 0 || cells.some(test)
  }

/** The same of a column that is not blank. */
const showsIn =
  (rows: readonly (readonly string[])[], test: (cell: string) => boolean): Holds =>
  (at) =>
    rows.length === 0 || rows.some((row) => test(row[at]?.trim() ?? ''))

const payments: ReadonlySet<string> = new Set([dateWords.posted, dateWords.dated, dateWords.valued].flat())

/** Whether a header calls its column a day of the payment, whichever. */
export const namesDay = (header: string): boolean =>
  payments.has(plainHeader(header)) || payments.has(foldHeader(header))

const purchase =
  /^(?:belegdatum|kaufdatum|umsatztag|kopdatum|inkopsdatum|date d achat|purchase date|kobsdato)$/
/** The currency of what was paid, which is not that of an amount that names its own. */
const paidIn = /^(?:transaction|original|foreign|purchase) currency$|^waluta (?:operacji|transakcji)$/
const net = /^(?:net|net amount|netto|nettobetrag|montant net|importe neto)$/
const fee = /\b(?:fees?|commission|gebuhr|frais|comision)\b/

/**
 * Understands a record as headers; null when it names no date or no amount. `rows` are those below it: one word can name
 * a day in one language and a currency in another (`Valuta`), and only the cells tell.
 */
export function readHeaders(
  cells: readonly string[],
  rows: readonly (readonly string[])[] = [],
): NamedColumns | null {
  const folded = cells.map(plainHeader)
  const humps = cells.map((cell) => plainHeader(apart(cell)))
  const taken = new Set<number>()
  const find = (names: readonly string[], holds: Holds): number => {
    for (const headers of [folded, humps])
      for (const name of names) {
        const at = headers.findIndex((header, index) => header === name && !taken.has(index) && holds(index))
        if (at !== -1) return at
      }
    return -1
  }
  const take = (names: readonly string[], holds: Holds = () => true): number => {
    const at = find(names, holds)
    if (at !== -1) taken.add(at)
    return at
  }
  const columns = noColumns()
  const days = holdsIn(rows, isDay)
  const shows = showsIn(rows, isDay)
  const booked = take(dateWords.posted, shows)
  const shown = take(dateWords.dated, shows)
  const day = shown === -1 && booked === -1 ? take(dateWords.dated, days) : shown
  // Of a day of purchase and a value date, the latter is when the bank booked.
  const valued = day === -1 || purchase.test(folded[day] ?? '') ? take(dateWords.valued, shows) : -1
  columns.date = [booked, valued, day].find((at) => at !== -1) ?? take(dateWords.valued, days)
  columns.transactionDate = columns.date === day ? -1 : day
  if (columns.date === -1) return null
  const money = holdsIn(rows, isMoney)
  columns.debit = take(moneyWords.debits, money)
  columns.credit = take(moneyWords.credits, money)
  // Beside both sides of the money, a total is what they have come to.
  const sides = columns.debit !== -1 && columns.credit !== -1
  columns.amount = take(
    sides ? moneyWords.amounts.filter((name) => name !== 'total') : moneyWords.amounts,
    money,
  )
  if (columns.amount === -1 && columns.debit === -1 && columns.credit === -1) {
    const likely = likelyMoney(folded, money)
    if (likely === null) return null
    Object.assign(columns, likely)
    for (const at of Object.values(likely)) taken.add(at)
  }
  const whole = folded.findIndex((header, at) => net.test(header) && money(at))
  if (columns.amount !== -1 && whole !== -1 && folded.some((header) => fee.test(header))) {
    taken.add(whole)
    columns.amount = whole
  }
  // Of `Amount (foreign)` and `Amount (USD)`, the one that names its currency is the account's own.
  const namesOwn = (at: number) => currencyInHeader([cells[at] ?? ''], '') !== null
  const own = folded.findIndex(
    (header, at) => header === folded[columns.amount] && at !== columns.amount && money(at) && namesOwn(at),
  )
  const foreign = columns.amount !== -1 && own !== -1 && !namesOwn(columns.amount)
  if (foreign) {
    taken.add(own)
    columns.amount = own
  }
  const words = () => true
  /** Whether the cells of a column tell money in from money out. */
  const directs: Holds = (at) => (debitWordsOf(rows.map((row) => row[at] ?? ''))?.size ?? 0) > 0
  const listed = [find(textWords.senders, words), find(textWords.recipients, words)]
  const likely = (['sender', 'recipient'] as const).map((role, index) => {
    const at = folded.findIndex((header, column) => !taken.has(column) && namesRole(header, role))
    return listed[index] === -1 ? at : (listed[index] ?? -1)
  })
  const pair = likely.every((at) => at !== -1) && likely[0] !== likely[1]
  /** Both of them, in more than one row. */
  const bothWays: Holds = (at) => {
    const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    const debits = debitWordsOf(cells)
    return debits !== null && debits.size > 0 && new Set(cells.map(foldHeader)).size > debits.size
  }
  const parties = pair ? likely : listed
  const [sender = -1, recipient = -1] = parties
  if (sender !== -1 && recipient !== -1) {
    columns.sender = sender
    columns.recipient = recipient
  } else columns.description.push(...parties.filter((at) => at !== -1))
  for (const at of parties) if (at !== -1) taken.add(at)
  const texts = showsIn(rows, (cell) => /\p{L}/u.test(cell))
  const speaking = (role: LikelyRole, holds: Holds): number => {
    const at = folded.findIndex(
      (header, index) =>
        !taken.has(index) && (speaksOf(header, role) || speaksOf(humps[index] ?? '', role)) && holds(index),
    )
    if (at !== -1) taken.add(at)
    return at
  }
  for (let at = take(textWords.payees); at !== -1; at = take(textWords.payees)) columns.description.push(at)
  for (let at = speaking('payee', texts); at !== -1; at = speaking('payee', texts))
    columns.description.push(at)
  for (let at = take(textWords.descriptions); at !== -1; at = take(textWords.descriptions))
    columns.description.push(at)
  for (const [role, names] of roleLists) {
    const telling = role === 'type' ? take(names, directs) : -1
    columns[role] = telling === -1 ? take(names) : telling
  }
  // A column of words for money in and out tells the sign, whatever it is called.
  if (columns.type === -1 || !directs(columns.type)) {
    const telling = folded.findIndex((_, at) => bothWays(at))
    if (telling !== -1) columns.type = telling
  }
  columns.memo = take(textWords.memos)
  for (let at = speaking('description', texts); at !== -1; at = speaking('description', texts))
    columns.description.push(at)
  if (columns.balance === -1) columns.balance = speaking('balance', showsIn(rows, isMoney))
  if (columns.amount === whole && whole !== -1) columns.fee = -1
  const abroad = namesOwn(columns.amount) && paidIn.test(folded[columns.currency] ?? '')
  if (foreign || abroad) columns.currency = -1
  return { columns, known: taken.size }
}

const english = /\b(?:date|dates|day|posted|created|datetime|time|started|completed|on)\b/
const foreignDates = new Set(
  Object.values(dateWords)
    .flat()
    .filter((word) => !english.test(word)),
)

/** Whether a date header is in a language whose day comes before the month (French `date de …` is told by its `de`). */
export const isDayFirstHeader = (header: string): boolean => {
  const word = plainHeader(header)
  return foreignDates.has(word) || /^date (?:de|d|du|comptable|operation|valeur|ecriture)\b/.test(word)
}

export const isVietnameseHeader = (headers: readonly string[]): boolean =>
  headers.filter((header) => vietnamese.test(foldHeader(header))).length >= 2

/** The currency in a header such as `Amount (EUR)`, `Withdrawals (SGD)` or `Betrag (€)`. */
export function currencyInHeader(headers: readonly string[], fallback: string): string | null {
  for (const header of headers) {
    const code =
      /[([]\s*([A-Z]{3})\s*[)\]]/.exec(header)?.[1] ??
      /^(?:Amount|Betrag|Montant|Saldo|Balance|Importe?o?|Bedrag|Bel[oø]pp?|Kwota|Částka)[^A-Z]*\b([A-Z]{3})$/.exec(
        header.trim(),
      )?.[1]
    if (code && isIssuedCurrency(code)) return code
    const symbol = /[([]\s*(\p{Sc})\s*[)\]]/u.exec(header)?.[1]
    const marked = symbol ? currencyOfMark(symbol, fallback) : null
    if (marked) return marked
  }
  return null
}

/** The words of a type column that mean money out, when every word it holds says one or the other; else null. */
export function debitWordsOf(values: Iterable<string>): ReadonlySet<string> | null {
  const found = new Set<string>()
  for (const value of values) {
    const word = foldHeader(value)
    if (word === '') continue
    if (debitTerms.has(word)) found.add(word)
    else if (!creditTerms.has(word)) return null
  }
  return found
}

export const isDebitWord = (word: string): boolean => debitTerms.has(word)
