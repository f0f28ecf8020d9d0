import { exponentOf, isIssuedCurrency } from '#lib/core/currency.ts'
import type { AccountType, DateOrder } from '../types.ts'
import type { BalanceProof } from './balance-proof.ts'
import { currenciesOf, currencyOfCell } from './currency-mark.ts'
import type { AmountFacts, ColumnFacts, DateFacts, Sequence } from './facts.ts'
import { currencyInHeader, debitWordsOf, isDayFirstHeader, isVietnameseHeader } from './headers.ts'
import type { Assumption, Columns, Preamble } from './layout.ts'
import type { Question } from './questions.ts'

/** An answer, with the question when the file does not settle it and `value` is only the likelier reading. */
export type Decision<T> = { value: T; question?: Question; assumed?: boolean; note?: Assumption }

/** The order of day and month over the whole column; `fallback` is a bank's own habit. */
export function decideDateOrder(
  facts: ColumnFacts,
  header: string,
  fallback: DateOrder | null,
  hint: DateOrder | undefined,
  proof: BalanceProof | null = null,
  beside: DateOrder | null = null,
  decimalComma = false,
): Decision<DateOrder> {
  const { dayFirst, monthFirst, pairs, dotted, example } = facts.dates
  if (dayFirst !== null && monthFirst !== null)
    return {
      value: hint ?? fallback ?? 'dmy',
      question: {
        id: 'dateOrder',
        reason: 'contradictory',
        message: `Line ${dayFirst} puts the day first and line ${monthFirst} the month: no single order fits.`,
        candidates: ['dmy', 'mdy'],
        values: { dayFirst, monthFirst },
      },
    }
  if (dayFirst !== null) return { value: 'dmy' }
  if (monthFirst !== null) return { value: 'mdy' }
  if (pairs === 0) return { value: 'ymd' }
  if (hint && hint !== 'ymd') return { value: hint }
  const sorted = orderBySequence(facts.dates, proof) ?? beside
  if (sorted) return { value: sorted }
  if (fallback === 'dmy' && dotted === pairs) return { value: 'dmy' }
  if (fallback) return { value: fallback, assumed: true }
  if (dotted === pairs || isDayFirstHeader(header)) return { value: 'dmy' }
  if (decimalComma) return { value: 'dmy', note: dayFirstByComma }
  return {
    value: 'mdy',
    question: {
      id: 'dateOrder',
      reason: 'ambiguous',
      message: `Dates such as '${example ?? ''}' can be read day first or month first.`,
      candidates: ['mdy', 'dmy'],
      values: { example: example ?? '' },
    },
  }
}

/** Where a decimal comma is written, the day comes first. */
const dayFirstByComma: Assumption = {
  code: 'date_order_by_comma',
  message: 'Days were read before months, as is usual where amounts have a decimal comma.',
}

/** Changes of day that a file must have before its being sorted says how the days are written. */
const fewest = 6

/**
 * The one order under which the days follow one another, when the other breaks the sequence. A balance proves which way
 * the rows run; without one the file has to have many days.
 */
function orderBySequence({ dmy, mdy }: DateFacts, proof: BalanceProof | null): DateOrder | null {
  const follows = ({ rises, falls, steps }: Sequence): boolean =>
    proof && proof.matched > 2
      ? steps > 2 && (proof.newestFirst ? falls : rises)
      : steps >= fewest && (rises || falls)
  const breaks = ({ rises, falls }: Sequence): boolean => !rises && !falls
  if (follows(dmy) && breaks(mdy)) return 'dmy'
  return follows(mdy) && breaks(dmy) ? 'mdy' : null
}

/** The decimal mark over all amounts; `assumed` when both are used but each number says which for itself. In a currency without decimals a mark before three digits groups. */
export function decideDecimal(
  amounts: AmountFacts,
  currency: string,
  proves: (decimal: '.' | ',') => boolean = () => false,
): Decision<'.' | ','> {
  const { dot, comma, dotOrGroup, commaOrGroup } = amounts
  if (dot > 0 && comma === 0) return { value: '.' }
  if (comma > 0 && dot === 0) return { value: ',' }
  if (dot > 0 && comma > 0 && dotOrGroup + commaOrGroup === 0)
    return { value: dot >= comma ? '.' : ',', assumed: true }
  if (dot > 0 && comma > 0)
    return {
      value: dot >= comma ? '.' : ',',
      question: {
        id: 'decimal',
        reason: 'contradictory',
        message: 'Some amounts use a decimal point and some a decimal comma.',
        candidates: dot >= comma ? ['.', ','] : [',', '.'],
      },
    }
  if (dotOrGroup === 0 && commaOrGroup === 0) return { value: '.' }
  // Marks that could group or divide: both kinds together, or no decimals to divide, and they group.
  const exponent = exponentOf(currency)
  const grouping = dotOrGroup >= commaOrGroup ? '.' : ','
  const other = grouping === '.' ? ',' : '.'
  if (exponent === 3) return { value: grouping }
  if (exponent === 0) return { value: other }
  if (proves(other) !== proves(grouping)) return { value: proves(other) ? other : grouping }
  if (commaOrGroup > 0) return { value: other }
  return {
    value: other,
    question: {
      id: 'decimal',
      reason: 'ambiguous',
      message: "Amounts such as '1.234' can be one thousand or one and a fraction.",
      candidates: [other, grouping],
    },
  }
}

export type SignDecision = Decision<1 | -1> & { debitWords: ReadonlySet<string> | null; card: boolean }

/** What is known of a file beside its columns. */
export type SignEvidence = { proof: BalanceProof | null; words: 'credit' | 'some' | null }

/** What a printed sign means. One direction only, without a word or a balance that says which, is a question. */
export function decideSign(
  facts: ColumnFacts,
  columns: Columns,
  { proof, words: said }: SignEvidence = { proof: null, words: null },
): SignDecision {
  const { positive, negative } = facts.amounts
  const payments = facts.cardPayments.positive + facts.cardPayments.negative > 0
  const saysCard = said === 'credit'
  const card = saysCard || payments || facts.typeWords.has('sale')
  if (columns.amount === -1) return { value: 1, debitWords: null, card }
  const words = columns.type === -1 ? null : debitWordsOf(facts.typeWords)
  const telling = words && words.size > 0 && words.size < facts.typeWords.size
  if (telling && (negative === 0 || facts.signByType.agree === 0))
    return { value: 1, debitWords: words, card: card || (negative > 0 && facts.signByType.oppose > 0) }
  if (proof?.sign === -1) return { value: -1, debitWords: null, card }
  if (negative > 0 && (proof === null || saysCard) && printsCharges(facts, saysCard))
    return { value: -1, debitWords: null, card: true }
  if (proof === null && earnsByMinus(facts))
    return { value: -1, debitWords: null, card: saysCard, note: incomeByMinus }
  if (negative > 0 || positive === 0)
    return { value: 1, debitWords: null, card: card && facts.cardPayments.negative === 0 }
  if (words && words.size === facts.typeWords.size && words.size > 0)
    return { value: 1, debitWords: words, card }
  if (said !== null) return { value: -1, debitWords: null, card: true, note: chargesAssumed }
  return {
    value: -1,
    debitWords: null,
    card: false,
    question: {
      id: 'sign',
      reason: 'one_direction',
      message: 'All amounts are positive: the file does not say whether they are charges or deposits.',
      candidates: ['inverted', 'as_is'],
    },
  }
}

/**
 * Whether income is negative throughout and makes up most of what is, and most amounts, which are then what was spent,
 * are positive: an employer's own books have a minus before wages too, but before the rent as well.
 */
const earnsByMinus = ({ amounts, income }: ColumnFacts): boolean =>
  income.positive === 0 && income.negative * 2 > amounts.negative && amounts.positive > amounts.negative

const incomeByMinus: Assumption = {
  code: 'income_by_minus',
  message: 'Income has a minus in this file, so the other amounts were read as what was spent.',
}

/** Whether amounts of both signs are a card's charges, printed as positive numbers, and its payments. */
function printsCharges({ amounts, cardPayments, paidIn }: ColumnFacts, saysCard: boolean): boolean {
  if (cardPayments.positive > 0) return false
  if (cardPayments.negative > 0) return amounts.positive >= amounts.negative
  if (paidIn.positive > 0) return false
  if (paidIn.negative > 0) return amounts.positive >= amounts.negative
  return saysCard && amounts.positive > amounts.negative * 2
}

const chargesAssumed: Assumption = {
  code: 'charges_assumed',
  message: 'All amounts are positive and the file is about a card, so they were read as charges.',
}

/** The currency of a generic CSV: its column, its headers, its preamble, its symbols, its language, else the default. */
export function decideCurrency(
  facts: ColumnFacts,
  headers: readonly string[],
  preamble: Preamble,
  fallback: string,
): string {
  const columnCodes = [...facts.currencies].flatMap((cell) => currencyOfCell(cell, fallback) ?? [])
  const named = columnCodes.find(isIssuedCurrency) ?? currencyInHeader(headers, fallback)
  if (named) return named
  const [marked, ...others] = currenciesOf(facts.amounts.symbols, fallback)
  if (marked && (others.length === 0 || preamble.currency === null)) return marked
  if (preamble.currency) return preamble.currency
  return isVietnameseHeader(headers) ? 'VND' : fallback
}

/** The currency of a bank's layout: its own, or the person's when the bank hands the layout out in it too. */
export const profileCurrency = (currency: string | readonly string[], fallback: string): string =>
  typeof currency === 'string' ? currency : currency.includes(fallback) ? fallback : (currency[0] ?? fallback)

/** Whether the words about a file speak of a credit card, or at least of a card (which can be one of debits). */
export const cardWordsIn = (text: string): 'credit' | 'some' | null =>
  /credit card|credit limit|kreditkarte|carte de credit|tarjeta de credito|cartao de credito|carta di credito|kreditkort|luottokort|karta kredytowa|kreditni kart|the tin dung/i.test(
    text,
  )
    ? 'credit'
    : /\bcard (?:transaction|used|member|holder|number|no\b|statement|details)|cardholder|karteninhaber|titulaire de la carte|titular de la tarjeta|titolare della carta|kaarthouder|kortinnehavare|kortholder|posiadacz karty/i.test(
          text,
        )
      ? 'some'
      : null

export const guessType = (card: boolean, preambleText: string): AccountType =>
  card || /\bcard\b/i.test(preambleText) || cardWordsIn(preambleText) === 'credit'
    ? 'credit_card'
    : /savings?\b|sparkonto|tagesgeld|epargne|livret|spaarrekening|tiet kiem/i.test(preambleText)
      ? 'savings'
      : 'checking'
