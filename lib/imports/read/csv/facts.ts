import { markEvidence } from '../amount.ts'
import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'

/** What a whole column of dates says about its order. Lines are those of the first proof. */
export type DateFacts = {
  dayFirst: number | null
  monthFirst: number | null
  pairs: number
  dotted: number
  unordered: number
  example: string | null
}

/** What the columns of amounts say together. */
export type AmountFacts = {
  dot: number
  comma: number
  dotOrGroup: number
  commaOrGroup: number
  positive: number
  negative: number
  symbols: Set<string>
}

export type ColumnFacts = {
  dates: DateFacts
  amounts: AmountFacts
  /** Rows that look like a payment to a card, by the sign they carry. */
  cardPayments: { positive: number; negative: number }
  debitNegative: number
  debitPositive: number
  creditNegative: number
  creditPositive: number
  typeWords: Set<string>
  signByType: { agree: number; oppose: number }
  currencies: Set<string>
  rows: number
}

export const noFacts = (): ColumnFacts => ({
  dates: { dayFirst: null, monthFirst: null, pairs: 0, dotted: 0, unordered: 0, example: null },
  amounts: {
    dot: 0,
    comma: 0,
    dotOrGroup: 0,
    commaOrGroup: 0,
    positive: 0,
    negative: 0,
    symbols: new Set(),
  },
  cardPayments: { positive: 0, negative: 0 },
  debitNegative: 0,
  debitPositive: 0,
  creditNegative: 0,
  creditPositive: 0,
  typeWords: new Set(),
  signByType: { agree: 0, oppose: 0 },
  currencies: new Set(),
  rows: 0,
})

const cardPayment = /payment.{0,20}thank|thank.?you.{0,20}payment|autopay.{0,12}thank/i
const digit = /\d/
const negative = /^\p{Sc}?\s*[-\u2212\u2013(]|-\s*$|\b(?:dr|debit)\.?\s*$/iu
const symbol = /\p{Sc}/u

/** Whether a printed number is below zero. */
export const isNegative = (text: string): boolean => text.length <= 60 && negative.test(text.trim())

/** Notes one date. Values that are no date at all say nothing. */
export function noteDate(facts: DateFacts, text: string, line: number): void {
  const parts = takeApart(text)
  if (!parts) return
  if (parts.form !== 'pair') {
    facts.unordered++
    return
  }
  facts.pairs++
  facts.example ??= text
  if (text.includes('.')) facts.dotted++
  if (parts.first > 12 && parts.second <= 12) facts.dayFirst ??= line
  if (parts.second > 12 && parts.first <= 12) facts.monthFirst ??= line
}

export function noteAmount(facts: AmountFacts, text: string): void {
  if (text.length > 60 || !digit.test(text)) return
  const evidence = markEvidence(text)
  if (evidence === '.') facts.dot++
  else if (evidence === ',') facts.comma++
  else if (evidence === 'dot-or-group') facts.dotOrGroup++
  else if (evidence === 'comma-or-group') facts.commaOrGroup++
  if (isNegative(text)) facts.negative++
  else facts.positive++
  const sign = symbol.exec(text)
  if (sign && facts.symbols.size < 5) facts.symbols.add(sign[0])
}

export function noteCardPayment(facts: ColumnFacts, description: string, amount: string): void {
  if (!cardPayment.test(description)) return
  if (isNegative(amount)) facts.cardPayments.negative++
  else facts.cardPayments.positive++
}

export function noteWord(words: Set<string>, text: string): void {
  if (words.size < 40 && text !== '') words.add(foldHeader(text))
}
