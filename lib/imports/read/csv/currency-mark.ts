import { isIssuedCurrency } from '#lib/core/currency.ts'

const symbols: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₫': 'VND',
  '₹': 'INR',
  '₩': 'KRW',
  '฿': 'THB',
  '₱': 'PHP',
  '₪': 'ILS',
  '₺': 'TRY',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  S$: 'SGD',
  NZ$: 'NZD',
  HK$: 'HKD',
  R$: 'BRL',
  '₽': 'RUB',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  đ: 'VND',
  лв: 'BGN',
  руб: 'RUB',
  rm: 'MYR',
  tl: 'TRY',
  rp: 'IDR',
}
const dollars = ['USD', 'AUD', 'CAD', 'SGD', 'HKD', 'NZD', 'TWD', 'MXN']

const plain = /^[-+\d.,'() ]*$/
const symbol = /(?:(?<![A-Z])(?:US|NZ|HK|[CASR]))?\p{Sc}/u
const word = /(?<!\p{L})(?:zł|kč|ft|đ|лв|руб|rm|rp|tl)(?!\p{L})/iu
const code = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u

/** The currency beside a number, as written: a symbol or a code of ISO 4217. Null when there is none. */
export function currencyMark(text: string): string | null {
  if (plain.test(text)) return null
  const named = code.exec(text)?.[0]
  return named && isIssuedCurrency(named)
    ? named
    : (symbol.exec(text)?.[0] ?? word.exec(text)?.[0].toLowerCase() ?? null)
}

/** The code of a mark; a bare `$` is the person's own dollar, else the American one. Null for a symbol that several use. */
export function currencyOfMark(mark: string, fallback: string): string | null {
  if (mark === '$') return dollars.includes(fallback) ? fallback : 'USD'
  return isIssuedCurrency(mark) ? mark : (symbols[mark] ?? null)
}

/** The code that a cell of a column of currencies stands for, in any case or as a symbol; null for words. */
export function currencyOfCell(text: string, fallback: string): string | null {
  const cell = text.trim()
  const upper = cell.toUpperCase()
  if (/^[A-Z]{3}$/.test(upper)) return upper
  return currencyOfMark(cell, fallback) ?? currencyOfMark(cell.toLowerCase(), fallback)
}

/** The currencies of all marks of a column. */
export const currenciesOf = (marks: Iterable<string>, fallback: string): Set<string> =>
  new Set([...marks].flatMap((mark) => currencyOfMark(mark, fallback) ?? []))
