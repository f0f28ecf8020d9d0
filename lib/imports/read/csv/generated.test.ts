import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readText, refusalOf } from '../testing.ts'

type Row = { day: number; minor: number; text: string }
type Style = {
  delimiter: ',' | ';' | '\t' | '|'
  order: 'dmy' | 'mdy' | 'ymd'
  decimal: '.' | ','
  grouped: boolean
  sides: boolean
  inverted: boolean
  balance: boolean
  newestFirst: boolean
  header: boolean
  preamble: boolean
  footer: boolean
  end: '\n' | '\r\n' | '\r'
}

const row: fc.Arbitrary<Row> = fc.record({
  day: fc.integer({ min: 0, max: 700 }),
  minor: fc.integer({ min: -5_000_000, max: 5_000_000 }).filter((minor) => minor !== 0),
  text: fc.constantFrom('Tea house', 'Rent; flat 4', 'A, B and "sons"', 'Salary', 'Ömer’s café', 'Book shop'),
})
const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  order: fc.constantFrom('dmy', 'mdy', 'ymd'),
  decimal: fc.constantFrom('.', ','),
  grouped: fc.boolean(),
  sides: fc.boolean(),
  inverted: fc.boolean(),
  balance: fc.boolean(),
  newestFirst: fc.boolean(),
  header: fc.boolean(),
  preamble: fc.boolean(),
  footer: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
})

const isoOf = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)

function dayText(day: number, order: Style['order']): string {
  const [year, month, date] = isoOf(day).split('-')
  if (order === 'ymd') return `${year}-${month}-${date}`
  return order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
}

function money(minor: number, { decimal, grouped }: Style): string {
  const size = Math.abs(minor)
  const whole = String(Math.floor(size / 100))
  const group = decimal === '.' ? ',' : '.'
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
  return `${minor < 0 ? '-' : ''}${digits}${decimal}${String(size % 100).padStart(2, '0')}`
}

/** The file a bank of this style would write for these rows, which are sorted by day. */
function write(rows: readonly Row[], style: Style): string {
  const cell = (text: string) =>
    text.includes(style.delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]) => cells.map(cell).join(style.delimiter)
  let balance = 1_000_000
  const body = rows.map(({ day, minor, text }) => {
    balance += minor
    const size = Math.abs(minor)
    const amounts = style.sides
      ? [minor < 0 ? money(size, style) : '', minor > 0 ? money(size, style) : '']
      : [money(style.inverted ? -minor : minor, style)]
    return [dayText(day, style.order), text, ...amounts, ...(style.balance ? [money(balance, style)] : [])]
  })
  if (style.newestFirst) body.reverse()
  const amountNames = style.sides ? ['Debit', 'Credit'] : ['Amount']
  const header = ['Date', 'Description', ...amountNames, ...(style.balance ? ['Balance'] : [])]
  const lines = [
    ...(style.preamble ? [line(['Account statement']), line(['Printed for', 'A. Person'])] : []),
    ...(style.header ? [line(header)] : []),
    ...body.map(line),
    ...(style.footer ? [line(['', 'Total', money(99, style)])] : []),
  ]
  return lines.join(style.end) + style.end
}

it('reads what a bank writes back exactly, or asks, and is never silently wrong', async () => {
  const outcomes = { read: 0, asked: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 12 }), style, async (unsorted, drawn) => {
      const rows = unsorted.toSorted((a, b) => a.day - b.day)
      // Without a balance nothing tells an inverted sign: such a file is the reader's word against nobody's.
      const inverted = drawn.inverted && drawn.balance && !drawn.sides
      // Nobody puts the month first and writes a decimal comma.
      const order = drawn.decimal === ',' && drawn.order === 'mdy' ? 'dmy' : drawn.order
      const told = { ...drawn, order, inverted }
      const text = write(rows, told)
      const want = rows.map(({ day, minor }) => `${isoOf(day)} ${minor}`)
      let got: string[] = []
      const refusal = await refusalOf(
        readText(text).then((read) => {
          got = read.rows.map((one) => `${one.date} ${one.minor}`)
        }),
      )
      if (refusal) {
        expect(refusal.code).toBe('needs_mapping')
        outcomes.asked++
        return
      }
      outcomes.read++
      expect(got).toEqual(told.newestFirst ? want.toReversed() : want)
    }),
    { numRuns: 600, seed: 20261123 },
  )
  expect(outcomes.read).toBeGreaterThan(outcomes.asked)
})
