/** An amount read exactly: minor units, and whether digits below the minor unit had to be rounded (half away from zero). */
export type Amount = { minor: bigint; rounded: boolean }

const zero = 48
const nine = 57
const dot = 46
const comma = 44

/** A thousand million millions of minor units: what no statement holds, and sums of which still fit into 64 bits. */
const largest = 10n ** 15n

const isDigit = (code: number): boolean => code >= zero && code <= nine

/**
 * Reads an amount as banks print it: `-1,234.50`, `(1.50)`, `2.50-`, `$-7.50`, `- $40.00`, `4.50 DR`, `1 234,50`, `5,-`.
 * `decimal` is the decimal mark; the other mark, blanks and apostrophes group digits. Null when it is not an amount.
 */
export function readAmount(text: string, decimal: '.' | ',', exponent: number): Amount | null {
  if (text.length > 60) return null
  const mark = decimal === '.' ? dot : comma
  let value = 0
  let big = ''
  let digits = 0
  let fraction = -1
  let extra = 0
  let half = false
  let negative = false
  let word = ''
  /** Digits since the last grouping mark; −1 before the first. */
  let group = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) {
      digits++
      if (group >= 0 && fraction < 0) group++
      if (fraction >= exponent) {
        if (fraction === exponent && extra === 0) half = code >= 53
        if (code !== zero) extra = 2
        else if (extra === 0) extra = 1
        continue
      }
      if (fraction >= 0) fraction++
      if (digits > 14) big = big === '' ? `${value}${text[i]}` : big + text[i]
      else value = value * 10 + (code - zero)
    } else if ((code === dot || code === comma) && letter.test(text[i - 1] ?? '')) continue
    else if (code === mark) {
      if (fraction >= 0 || (group >= 0 && group !== 3)) return null
      fraction = 0
    } else if (isDash(code)) {
      // `5,-` and `5.--` are whole amounts: the dash stands for the cents.
      if (fraction !== 0) negative = true
    } else if (code === 40) negative = true
    else if (code === dot || code === comma) {
      // Groups have three digits, but for the Indian lakh, which has two before the last.
      if (fraction >= 0 || digits === 0 || (group >= 0 && group !== 3 && group !== 2)) return null
      group = 0
    } else if (isGrouping(code)) continue
    else word += text[i]
  }
  if (digits === 0 || (group >= 0 && fraction < 0 && group !== 3)) return null
  if (word !== '') {
    const sign = signOfWord(word)
    if (sign === 0) return null
    if (sign < 0) negative = true
  }
  const short = exponent - Math.max(0, fraction)
  let minor =
    big === '' ? BigInt(short > 0 ? value * 10 ** short : value) : BigInt(big) * 10n ** BigInt(short)
  if (half) minor += 1n
  if (minor > largest) return null
  return { minor: negative ? -minor : minor, rounded: extra === 2 }
}

const letter = /\p{L}/u

const isDash = (code: number): boolean => code === 45 || code === 0x2212 || (code >= 0x2010 && code <= 0x2014)

const isGrouping = (code: number): boolean =>
  code === 32 ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2009 ||
  code === 39 ||
  code === 0x2019 ||
  code === 41 ||
  code === 43 ||
  code === 9

const debitWord = /^(?:dr|db|d|debit|s|soll)$/i
const symbol =
  /^[\p{Sc}]$|^(?:US|C|A|S|NZ|HK|R)\$$|^[A-Za-z]{3}$|^(?:R|kr|zł|Fr|SFr|đ|Kč|Ft|Rs|RM|Rp|TL|kn|лв|р|руб|дин|ден)$|^[A-Z]{3}\p{Sc}$/u
const creditWord = /^(?:cr|c|credit|h|haben)$/i

/** −1 for a word that means money out, 1 for money in or a currency, 0 for anything else. */
function signOfWord(word: string): number {
  if (debitWord.test(word)) return -1
  if (creditWord.test(word) || symbol.test(word)) return 1
  const parts = /^(\p{Sc}|[A-Z]{3})(dr|cr)$/iu.exec(word)
  return parts ? ((parts[2] ?? '').toLowerCase() === 'dr' ? -1 : 1) : 0
}

/** What one printed number says about the decimal mark: certain, ambiguous (`1.234`), or nothing. */
export type MarkEvidence = '.' | ',' | 'dot-or-group' | 'comma-or-group' | null

const abbreviation = /(?<=\p{L})\./gu
const separators = /[.,]/g

export function markEvidence(printed: string): MarkEvidence {
  // The point of an abbreviation (`Rs.`, `kr.`) is no mark of the number.
  const text = printed.includes('.') && letter.test(printed) ? printed.replace(abbreviation, '') : printed
  const marks = text.match(separators)
  if (!marks) return null
  const last = marks[marks.length - 1] === ',' ? ',' : '.'
  const other = last === ',' ? '.' : ','
  if (marks.includes(other)) return last
  if (marks.length > 1) return other
  const after = /[.,](\d*)\D*$/.exec(text)?.[1]?.length ?? 0
  const before = /(\d*)[.,]\d*\D*$/.exec(text)?.[1] ?? ''
  if (after !== 3 || before.length > 3 || before === '' || before === '0') return last
  return last === '.' ? 'dot-or-group' : 'comma-or-group'
}

/** The decimal mark of one number on its own, for formats that forbid grouping (OFX) but meet banks that group. */
export function markOf(text: string): '.' | ',' {
  const evidence = markEvidence(text)
  return evidence === ',' ? ',' : '.'
}
