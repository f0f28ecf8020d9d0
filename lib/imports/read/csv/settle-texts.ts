import { isDay } from './headers.ts'
import type { Columns } from './layout.ts'

type Rows = readonly (readonly string[])[]

const accountLike = /^(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,32}|[\d\s./*xX-]+)$/
const yesOrNo = /^(?:true|false|yes|no)$/i

/** Whether a cell says something about a payment: no number of an account, no yes or no. */
const says = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && !accountLike.test(cell) && !yesOrNo.test(cell)

/** Leaves out descriptions that say nothing, and finds another column for the rows that are left without one. */
export function settleTexts(columns: Columns, rows: Rows): void {
  const sample = rows.slice(0, 100)
  const at = (row: readonly string[], column: number) => row[column]?.trim() ?? ''
  const dated = sample.filter((row) => isDay(at(row, columns.date)))
  const varies = (column: number) => dated.length < 2 || new Set(dated.map((row) => at(row, column))).size > 1
  const filled = columns.description.filter((column) => sample.some((row) => at(row, column) !== ''))
  const saying = filled.filter((column) => sample.some((row) => says(at(row, column))))
  const texts = saying.length > 0 ? saying : filled
  columns.description = texts.some(varies) ? texts.filter(varies) : texts.slice(0, 1)
  const told = [...columns.description, columns.sender, columns.recipient, columns.memo]
  const silent = dated.filter((row) => told.every((column) => at(row, column) === ''))
  const spare = mostWords(columns, silent, varies)
  if (spare !== -1) columns.description.push(spare)
}

/** The column with the most words that nothing else has taken: what a row is about, under a header nobody knows. */
function mostWords(columns: Columns, rows: Rows, varies: (column: number) => boolean): number {
  const taken = new Set(Object.values(columns).flat())
  const width = Math.max(0, ...rows.map((row) => row.length))
  let [best, most] = [-1, 0]
  for (let at = 0; at < width; at++) {
    if (taken.has(at) || !varies(at)) continue
    const words = rows.map((row) => {
      const cell = row[at]?.trim() ?? ''
      return says(cell) ? (cell.match(/\p{L}{2,}/gu)?.length ?? 0) : 0
    })
    const sum = words.reduce((a, b) => a + b, 0)
    if (words.filter((count) => count > 0).length * 2 >= rows.length && sum > most) [best, most] = [at, sum]
  }
  return best
}
