import { dateWords, moneyWords } from '../csv/header-words.ts'
import { takeApart } from '../day.ts'
import { foldHeader } from '../text.ts'
import { serialToText } from './cells.ts'
import type { Sheet, SheetRow } from './sheet.ts'

const headSearched = 60
const sampled = 200
const dateWord =
  /\b(?:date|dated|day|datum|fecha|data|dato|pvm|ngay|thoi gian|tanggal|tarikh|dia|jour|buchungstag|wertstellung|valuta|posted)\b/
/** `Valor` is a day at one bank and an amount at another, and five digits may be either. */
const money: ReadonlySet<string> = new Set([...Object.values(moneyWords).flat(), 'wert'])
const listed: ReadonlySet<string> = new Set(
  Object.values(dateWords)
    .flat()
    .filter((word) => !money.has(word)),
)
const saysDay = (header: string): boolean => dateWord.test(header) || listed.has(header)
const serial = /^\d{5}(?:\.\d+)?$/
/** 1954 to 2119 under a header that says date; 2000 to 2051 where nothing says so. */
const underHeader = [20_000, 80_400] as const
const byShape = [36_526, 55_500] as const

const within = (text: string, [low, high]: readonly [number, number]): boolean =>
  serial.test(text) && Number(text) >= low && Number(text) <= high

const column = (rows: readonly SheetRow[], at: number): string[] =>
  rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((text) => text !== '')

/** Columns of plain numbers that are days: by a header that says so, else, when no cell is a date, by their shape. */
function serialColumns(rows: readonly SheetRow[]): Map<number, number> {
  const found = new Map<number, number>()
  for (let r = 0; r < Math.min(headSearched, rows.length); r++)
    rows[r]?.cells.forEach((cell, at) => {
      if (found.has(at) || !saysDay(foldHeader(cell))) return
      const below = column(rows.slice(r + 1, r + 1 + sampled), at)
      const serials = below.filter((text) => within(text, underHeader)).length
      if (serials > 0 && serials >= below.length * 0.3) found.set(at, r + 1)
    })
  if (found.size > 0) return found
  const sample = rows.slice(0, sampled)
  if (sample.some(({ cells }) => cells.some((cell) => takeApart(cell) !== null))) return found
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  for (let at = 0; at < width; at++) {
    const cells = column(sample, at).filter((text) => /\d/.test(text))
    if (cells.length < 3 || !cells.every((text) => within(text, byShape))) continue
    const days = cells.map(Number)
    const ordered = (sign: 1 | -1) =>
      days.every((day, i) => i === 0 || sign * (day - (days[i - 1] ?? 0)) >= 0)
    if (!ordered(1) && !ordered(-1)) continue
    return new Map([[at, 0]])
  }
  return found
}

const dayAndMore = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*[/|\n]\s*([^\s/].*)$/s

/** Columns such as `01/02/2026 / 5077-12345`: the day stays, what follows becomes a column of references. */
function splitDays(rows: readonly SheetRow[]): void {
  const width = Math.max(0, ...rows.slice(0, headSearched).map(({ cells }) => cells.length))
  for (let at = 0; at < width; at++) {
    const both = rows.slice(0, sampled).filter(({ cells }) => dayAndMore.test(cells[at]?.trim() ?? '')).length
    const days = column(rows.slice(0, sampled), at).filter((text) => takeApart(text) !== null).length
    if (both === 0 || both < days) continue
    const first = rows.findIndex(({ cells }) => dayAndMore.test(cells[at]?.trim() ?? ''))
    for (const { cells } of rows) {
      const match = dayAndMore.exec(cells[at]?.trim() ?? '')
      while (cells.length < width) cells.push('')
      cells.push(match?.[2] ?? '')
      if (match) cells[at] = match[1] ?? ''
    }
    const header = rows[first - 1]?.cells
    if (header && foldHeader(header[at] ?? '') !== '') {
      header[at] = (header[at] ?? '').split(/[/\n|]/)[0]?.trim() ?? ''
      header[header.length - 1] = 'Reference'
    }
    return
  }
}

/** Writes days that the sheet holds as bare serials, or together with a reference, as dates. Changes the rows. */
export function settleDates({ rows, from1904 }: Sheet): void {
  for (const [at, from] of serialColumns(rows))
    for (const { cells } of rows.slice(from)) {
      const text = cells[at]?.trim() ?? ''
      if (within(text, underHeader)) cells[at] = serialToText(Number(text), from1904) ?? text
    }
  splitDays(rows)
}
