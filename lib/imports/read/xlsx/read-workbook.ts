import { setImmediate } from 'node:timers/promises'
import { type AppError, isAppError } from '#lib/core/errors.ts'
import type { Layout } from '../csv/layout.ts'
import { recordReader } from '../csv/read-csv.ts'
import { firstRawRows } from '../raw-rows.ts'
import { refuse } from '../refusal.ts'
import type { FileFacts, Sink } from '../sink.ts'
import type { ReadHints } from '../types.ts'
import { type StudiedSheet, studySheets } from './find-sheets.ts'
import type { Sheet } from './sheet.ts'
import { sharedAccounts } from './sheet-accounts.ts'
import { settleDates } from './sheet-dates.ts'

const pauseEvery = 1000

/**
 * Reads every sheet that holds a table, each as the records of a CSV are read, by the same layouts of banks. Lines are
 * row numbers of their sheet. `pause` is awaited now and then. Throws AppError `invalid` or `needs_mapping`.
 */
export async function readWorkbook(
  sheets: readonly Sheet[],
  hints: ReadHints,
  sink: Sink,
  pause: () => Promise<void>,
  encoding = 'utf-8',
): Promise<FileFacts> {
  for (const sheet of sheets) settleDates(sheet)
  const { studied, leftOut } = await studySheets(sheets, hints, encoding)
  const accounts = sharedAccounts(sink)
  const raw = firstRawRows()
  let facts: FileFacts | null = null
  let refused: AppError | null = null
  for (const one of studied) {
    const { sheet, layout } = one
    const shared = accounts.under(prefixOf(one, studied[0]), sheet.name)
    try {
      const read = await readSheet(sheet, layout, keepingRaw(shared.sink, raw), pause)
      shared.settle()
      facts ??= read
    } catch (error) {
      if (!isAppError(error) || error.details.messageKey !== 'imports.errors.noneReadable') throw error
      refused ??= error
      leftOut.push(sheet.name)
    }
  }
  if (!facts) throw refused ?? refuse('blank', 'The file is empty. Download it from the bank again.')
  for (const name of leftOut)
    sink.problem({
      line: null,
      severity: 'warning',
      code: 'sheet_left_out',
      message: `The sheet '${name.slice(0, 60)}' could not be read as a table and was left out.`,
      values: { sheet: name.slice(0, 60) },
    })
  return { ...facts, rawRows: raw.rows }
}

/** Tables with other columns and no account number are taken for accounts of their own. */
function prefixOf({ sheet, layout }: StudiedSheet, first: StudiedSheet | undefined): string {
  const numbered = (one: Layout) => one.accountId !== null || one.columns.account !== -1
  const same = first !== undefined && layout.headers.join('\n') === first.layout.headers.join('\n')
  return same || numbered(layout) || sheet === first?.sheet ? '' : `${sheet.name}/`
}

type RawSink = Sink & { from(cells: readonly string[]): void }

/** Notes the cells that the first rows of each account were read from. */
function keepingRaw(sink: Sink, raw: ReturnType<typeof firstRawRows>): RawSink {
  let current: readonly string[] = []
  return {
    ...sink,
    from(cells) {
      current = cells
    },
    row(row) {
      sink.row(row)
      raw.note(row.account, row.line, () => current)
    },
  }
}

async function readSheet(
  sheet: Sheet,
  layout: Layout,
  sink: RawSink,
  pause: () => Promise<void>,
): Promise<FileFacts> {
  const reader = recordReader(layout, sink)
  for (const [index, { cells, line }] of sheet.rows.entries()) {
    sink.from(cells)
    reader.record(cells, line)
    if (index % pauseEvery === pauseEvery - 1) {
      await setImmediate()
      await pause()
    }
  }
  return reader.end()
}
