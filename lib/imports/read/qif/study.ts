import { AppError } from '#lib/core/errors.ts'
import { decideDecimal } from '../csv/decide.ts'
import { noFacts, noteAmount } from '../csv/facts.ts'
import type { MappingRequest, Question } from '../csv/questions.ts'
import type { DateOrder, ReadHints } from '../types.ts'
import { takeQifDay } from './day.ts'
import { type QifRecord, qifTokeniser } from './records.ts'

/** How to read the days and amounts of one QIF. `decimalAssumed`: no amount of the file says what its mark means. */
export type QifReading = { dateOrder: DateOrder; decimal: '.' | ','; decimalAssumed: boolean }

type Span = { from: number; to: number }

const widen = (span: Span, value: number): void => {
  span.from = Math.min(span.from, value)
  span.to = Math.max(span.to, value)
}

/** How often the days of the file go on and go back from row to row. */
type Course = { last: number | null; on: number; back: number }

const step = (course: Course, day: number): void => {
  if (course.last !== null && day > course.last) course.on++
  if (course.last !== null && day < course.last) course.back++
  course.last = day
}

/** The share of steps in the direction that most have. */
const steadiness = ({ on, back }: Course): number => Math.max(on, back) / Math.max(1, on + back)

type Orders = {
  dayFirst: number | null
  monthFirst: number | null
  yearFirst: number | null
  open: number
  dotted: number
  /** The least and the greatest of the first and of the last numbers; a year first would be among the former. */
  firsts: Span
  lasts: Span
  /** The course of the days when the year comes first, and when the day does. */
  byYear: Course
  byDay: Course
  example: string
  /** What the file says itself: `!Option:DMY`. */
  stated: DateOrder | null
}

function noteDay(orders: Orders, written: string, line: number): void {
  const day = takeQifDay(written)
  if (day?.form !== 'open') return
  const [first, second, third] = day.numbers
  widen(orders.firsts, first)
  widen(orders.lasts, third)
  step(orders.byYear, (first * 100 + second) * 100 + third)
  step(orders.byDay, (third * 100 + second) * 100 + first)
  orders.example ||= written
  if (first > 31 && third >= 1 && third <= 31) orders.yearFirst ??= line
  else if (first > 12 && first <= 31 && second <= 12) orders.dayFirst ??= line
  else if (second > 12 && second <= 31 && first <= 12) orders.monthFirst ??= line
  else if (first !== second) {
    orders.open++
    if (written.includes('.')) orders.dotted++
    if (orders.open === 1) orders.example = written
  }
}

const yearQuestion = (example: string): Question => ({
  id: 'dateOrder',
  reason: 'ambiguous',
  message: `Dates such as '${example}' can be read day first or year first.`,
  candidates: ['dmy', 'ymd'],
  values: { example },
})

const question = (example: string): Question => ({
  id: 'dateOrder',
  reason: 'ambiguous',
  message: `Dates such as '${example}' can be read day first or month first.`,
  candidates: ['mdy', 'dmy'],
  values: { example },
})

const contradiction = (dayFirst: number, monthFirst: number): Question => ({
  id: 'dateOrder',
  reason: 'contradictory',
  message: `Line ${dayFirst} puts the day first and line ${monthFirst} the month: no single order fits.`,
  candidates: ['dmy', 'mdy'],
  values: { dayFirst, monthFirst },
})

/** The order of `!Option:MDY` and its like; null for other options. */
const statedOrder = (option: string): DateOrder | null => {
  const found = /^option ?: ?(mdy|dmy|ymd)$/.exec(option)?.[1]
  return found === 'mdy' || found === 'dmy' || found === 'ymd' ? found : null
}

/**
 * `25-12-31, 26-01-13`: numbers that could be days stay as years do, and those that could be years move as days do. But
 * what comes on the same day each month or year looks so too.
 */
const yearsMayLead = ({ firsts, lasts }: Orders): boolean =>
  firsts.from > 12 &&
  firsts.to - firsts.from <= 1 &&
  lasts.from >= 1 &&
  lasts.to <= 31 &&
  lasts.to - lasts.from > 1

/** Day or year first, as the rows are sorted; a question when they are sorted both ways. */
function dayOrYear(orders: Orders, told: DateOrder | null | undefined): DateOrder | Question {
  if (!yearsMayLead(orders)) return 'dmy'
  if (told && told !== 'mdy') return told
  const lead = steadiness(orders.byYear) - steadiness(orders.byDay)
  if (lead === 0) return yearQuestion(orders.example)
  return lead > 0 ? 'ymd' : 'dmy'
}

/** The order all days agree on; a question when they do not say or contradict each other. */
function decideOrder(orders: Orders, hints: ReadHints): DateOrder | Question {
  const { dayFirst, monthFirst, yearFirst } = orders
  const told = hints.mapping?.dateOrder ?? orders.stated ?? hints.dateOrderHint
  if (dayFirst !== null && monthFirst !== null)
    return hints.mapping?.dateOrder ?? contradiction(dayFirst, monthFirst)
  if (dayFirst !== null) return dayOrYear(orders, hints.mapping?.dateOrder ?? orders.stated)
  if (monthFirst !== null) return 'mdy'
  if (yearFirst !== null) return 'ymd'
  if (orders.open === 0) return told ?? 'mdy'
  if (told) return told
  return orders.dotted === orders.open ? 'dmy' : question(orders.example)
}

/** The error that asks for the order only; its mapping names QIF's own codes, so that the same answer fits as for a CSV. */
function askForOrder(open: Question, samples: string[][], decimal: '.' | ','): AppError {
  const extra: MappingRequest = {
    about: 'dateOrder',
    questions: [open],
    columns: [],
    sampleRows: samples,
    candidates: { dateOrder: open.candidates },
    mapping: {
      columns: { date: 'D', amount: 'T', description: ['P'] },
      dateOrder: open.candidates[0] === 'dmy' ? 'dmy' : 'mdy',
      decimal,
      sign: 'as_is',
    },
  }
  return new AppError('needs_mapping', open.message, {
    messageKey: 'imports.errors.needsDateOrder',
    values: { questions: 1 },
    extra,
  })
}

/**
 * Reads a whole QIF for the order of its days and its decimal mark. Throws AppError `needs_mapping` when neither the
 * file nor the hints settle the order.
 */
export async function studyQif(texts: AsyncIterable<string>, hints: ReadHints): Promise<QifReading> {
  const orders: Orders = {
    dayFirst: null,
    monthFirst: null,
    yearFirst: null,
    open: 0,
    dotted: 0,
    firsts: { from: 9999, to: 0 },
    lasts: { from: 9999, to: 0 },
    byYear: { last: null, on: 0, back: 0 },
    byDay: { last: null, on: 0, back: 0 },
    example: '',
    stated: null,
  }
  const { amounts } = noFacts()
  const samples: string[][] = []
  const note = ({ fields, line, end }: QifRecord) => {
    if (end === 'cut') return
    const day = fields.get('D')
    const amount = fields.get('T') ?? fields.get('U') ?? ''
    if (day) noteDay(orders, day, line)
    if (amount !== '') noteAmount(amounts, amount)
    if (day && samples.length < 5 && !samples.some(([shown]) => shown === day))
      samples.push([day, amount, fields.get('P') ?? fields.get('M') ?? ''].map((text) => text.slice(0, 200)))
  }
  const tokens = qifTokeniser({
    record: (record, section) => {
      if (section.kind === 'rows') note(record)
    },
    option: (text) => {
      orders.stated ??= statedOrder(text)
    },
  })
  for await (const text of texts) tokens.push(text)
  tokens.end()
  const mark = decideDecimal(amounts, hints.defaultCurrency)
  const decimal = (mark.question && hints.mapping?.decimal) ?? mark.value
  const order = decideOrder(orders, hints)
  if (typeof order !== 'string') throw askForOrder(order, samples, decimal)
  return { dateOrder: order, decimal, decimalAssumed: mark.question !== undefined && !hints.mapping }
}
