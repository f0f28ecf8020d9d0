import Papa from 'papaparse'
import { takeApart } from '../day.ts'
import { refuse } from '../refusal.ts'

export type OnRecord = (cells: string[], line: number) => void

type Parsed = { data: string[][]; errors: { code?: string }[]; meta: { cursor: number } }

const equals = 61
const quote = 34
const maxRecord = 1024 * 1024
const maxRecoveries = 100
/** Six for each of the most transactions a file may hold; empty ones take as long to cut as full ones. */
const maxRecords = 3_000_000

/**
 * Cuts CSV text into records, piece by piece, with the line each begins on. Blank lines are passed over. A quote that
 * never closes ends with its own line and is reported to `onStrayQuote`, so that it cannot swallow the file.
 */
export function csvTokeniser(delimiter: string, onRecord: OnRecord, onStrayQuote: (line: number) => void) {
  let held = ''
  let line = 1
  let recoveries = 0
  let records = 0

  /** Cells are searched for newlines only when the text holds more of them than records end with. */
  const deliver = (rows: string[][], embedded: boolean) => {
    records += rows.length
    if (records > maxRecords)
      throw refuse(
        'tooManyLines',
        `The file has more than ${maxRecords} lines: no bank statement has so many.`,
        {
          limit: maxRecords,
        },
      )
    for (const cells of rows) {
      const at = line++
      if (embedded) for (const cell of cells) line += newlinesIn(cell)
      if (cells.length > 1 || cells[0] !== '') onRecord(unwrapped(cells), at)
    }
  }

  const parse = (text: string, partial: boolean, quoteChar: string): Parsed =>
    new Papa.Parser({ delimiter, newline: '\n', quoteChar }).parse(text, 0, partial) as Parsed

  /** Reads the first held line as if quotes meant nothing. */
  const recover = () => {
    if (++recoveries > maxRecoveries)
      throw refuse('quotes', `The quotes of this CSV do not pair up (line ${line}). Export it again.`, {
        line,
      })
    onStrayQuote(line)
    const end = held.indexOf('\n')
    deliver(parse(end === -1 ? held : held.slice(0, end), false, '\u0000').data, false)
    held = end === -1 ? '' : held.slice(end + 1)
  }

  const consume = (final: boolean) => {
    while (held !== '') {
      const quoted = held.includes('"')
      const parsed = parse(held, !final, '"')
      const open = final && parsed.errors.some((error) => error.code === 'MissingQuotes')
      // The record with the open quote is the last one: take what stands before it, then repair it.
      const newlines = quoted ? newlinesIn(final ? held : held.slice(0, parsed.meta.cursor)) : 0
      const embedded = newlines >= parsed.data.length + (final ? 0 : 1)
      deliver(open ? parsed.data.slice(0, -1) : parsed.data, embedded)
      if (!open) {
        held = final ? '' : held.slice(parsed.meta.cursor)
        break
      }
      held = held.slice(offsetOfLast(held, parsed.data.length))
      recover()
    }
    if (held.length <= maxRecord) return
    if (!held.slice(0, maxRecord).includes('\n'))
      throw refuse(
        'longLine',
        `Line ${line} is longer than 1 MB, so this is not a bank statement in CSV. Export it again.`,
        {
          line,
        },
      )
    recover()
  }

  /** Where the last of `count` records begins: found by parsing again without it. */
  const offsetOfLast = (text: string, count: number): number => {
    if (count <= 1) return 0
    const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', preview: count - 1 })
    return (parser.parse(text, 0, false) as Parsed).meta.cursor
  }

  return {
    push(text: string) {
      held = held === '' ? text : held + text
      consume(false)
    },
    end() {
      consume(true)
    },
  }
}

/** `="0042"` keeps a spreadsheet from reading a text as a number; it stands for its text. */
function unwrapped(cells: string[]): string[] {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? ''
    if (
      cell.charCodeAt(0) === equals &&
      cell.charCodeAt(1) === quote &&
      cell.endsWith('"') &&
      cell.length > 2
    )
      cells[at] = cell.slice(2, -1)
  }
  return cells
}

function newlinesIn(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** All records of a short text, for looking at its beginning. */
export function recordsOf(
  text: string,
  delimiter: string,
  limit: number,
): { cells: string[]; line: number }[] {
  const records: { cells: string[]; line: number }[] = []
  const tokens = csvTokeniser(
    delimiter,
    (cells, line) => {
      if (records.length < limit) records.push({ cells, line })
    },
    () => {},
  )
  tokens.push(text)
  tokens.end()
  return records
}

/** The comma last: it stands in texts and amounts too, so a tie is not its own. */
const delimiters = ['\t', ';', '|', ','] as const

/** The delimiter that `sep=` names, else the one that cuts most lines into the same number of columns and lays days bare. */
export function guessDelimiter(text: string): string {
  const told = /^sep=([,;|\t])\s/i.exec(text)?.[1]
  if (told) return told
  let best: string = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue
    const counts = new Map<number, number>()
    const records = recordsOf(text, delimiter, 100)
    for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    const dated = records.filter(({ cells }) => cells.length > 1 && cells.some((cell) => takeApart(cell)))
    for (const [columns, rows] of counts) {
      if (columns < 2) continue
      const score = (rows / records.length) * (1 + Math.log2(columns) / 4) + dated.length / records.length
      if (score > bestScore) {
        bestScore = score
        best = delimiter
      }
    }
  }
  return best
}
