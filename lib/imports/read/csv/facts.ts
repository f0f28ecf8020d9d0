import { markEvidence } from '../amount.ts'
import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'
import { currencyMark } from './currency-mark.ts'
import { takeYearless } from './yearless.ts'

/** Whether the days follow one another under one order of day and month; `steps` counts where they change. */
export type Sequence = { rises: boolean; falls: boolean; steps: number; last: number }

/** What a whole column of dates says about its order. Lines are those of the first proof. */
export type DateFacts = {
  dayFirst: number | null
  monthFirst: number | null
  pairs: number
  dotted: number
  unordered: number
  /** Days that name no year. */
  yearless: number
  dmy: Sequence
  mdy: Sequence
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
  /** Symbols and codes of currencies beside the numbers, as written. */
  symbols: Set<string>
}

export type ColumnFacts = {
  dates: DateFacts
  amounts: AmountFacts
  /** Rows that look like a payment to a card, by the sign they carry. */
  cardPayments: { positive: number; negative: number }
  /** Rows that say money was paid in: of a card, the sign its payments carry. */
  paidIn: { positive: number; negative: number }
  /** Rows of a category that is income, by the sign they carry. */
  income: { positive: number; negative: number }
  debitNegative: number
  debitPositive: number
  creditNegative: number
  creditPositive: number
  typeWords: Set<string>
  signByType: { agree: number; oppose: number }
  currencies: Set<string>
  rows: number
}

const noSequence = (): Sequence => ({ rises: true, falls: true, steps: 0, last: 0 })

export const noFacts = (): ColumnFacts => ({
  dates: {
    dayFirst: null,
    monthFirst: null,
    pairs: 0,
    dotted: 0,
    unordered: 0,
    yearless: 0,
    dmy: noSequence(),
    mdy: noSequence(),
    example: null,
  },
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
  paidIn: { positive: 0, negative: 0 },
  income: { positive: 0, negative: 0 },
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
/** Words for money that came in: where they stand beside a minus, the file prints charges as positive numbers. */
const paidIn =
  /payment received|received payment|einzahlung|zahlungseingang|zahlung erhalten|paiement re[cç]u|pago recibido|gracias por su pago|pagamento recebido|pagamento ricevuto|paiement.{0,20}merci|merci.{0,20}paiement|betaling ontvangen|indbetaling modtaget|betaling mottatt/i
const digit = /\d/
/** A minus or bracket before the digits or a minus behind them (`5,-` has none), or a word for money out. */
const negative =
  /^[^\d]*[-\u2010-\u2014\u2212(]|\d ?[-\u2010-\u2014\u2212][^\d]{0,6}$|(?<!\p{L})(?:dr|db|debit|soll|d|s)\.?\s*$/iu

/** Whether a printed number is below zero. */
export const isNegative = (text: string): boolean =>
  text.length <= 60 && digit.test(text) && negative.test(text.trim())

function noteSequence(sequence: Sequence, day: number): void {
  if (day === sequence.last) return
  if (sequence.last !== 0) {
    if (day > sequence.last) sequence.falls = false
    else sequence.rises = false
  }
  sequence.steps++
  sequence.last = day
}

/** Notes one date. Values that are no date at all say nothing. */
export function noteDate(facts: DateFacts, text: string, line: number): void {
  const full = takeApart(text)
  const parts = full ?? takeYearless(text)
  if (!parts) return
  if (!full) {
    facts.yearless++
    facts.example ??= text
  }
  if (parts.form !== 'pair') {
    facts.unordered++
    return
  }
  facts.pairs++
  facts.example ??= text
  if (text.includes('.')) facts.dotted++
  if (parts.first > 12 && parts.second <= 12) facts.dayFirst ??= line
  if (parts.second > 12 && parts.first <= 12) facts.monthFirst ??= line
  if (parts.first > 12 || parts.second > 12 || !full) return
  noteSequence(facts.dmy, (parts.year * 100 + parts.second) * 100 + parts.first)
  noteSequence(facts.mdy, (parts.year * 100 + parts.first) * 100 + parts.second)
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
  const mark = currencyMark(text)
  if (mark !== null && facts.symbols.size < 20) facts.symbols.add(mark)
}

export function noteCardPayment(facts: ColumnFacts, description: string, amount: string): void {
  if (paidIn.test(description)) facts.paidIn[isNegative(amount) ? 'negative' : 'positive']++
  if (!cardPayment.test(description)) return
  if (isNegative(amount)) facts.cardPayments.negative++
  else facts.cardPayments.positive++
}

const incomeCategory =
  /^(?:income|salary|wages?|paychecks?|einkommen|gehalt|lohn|salaires?|revenus|nomina|ingresos|stipendio|salario|thu nhap|luong)(?: ?[:/>-].*)?$/

export function noteCategory({ income }: ColumnFacts, category: string, amount: string): void {
  if (incomeCategory.test(foldHeader(category))) income[isNegative(amount) ? 'negative' : 'positive']++
}

export function noteWord(words: Set<string>, text: string): void {
  if (words.size < 40 && text !== '') words.add(foldHeader(text))
}
