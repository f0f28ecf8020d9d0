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
import { accountInSheetName } from './sheet-name.ts'

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
  const named = new Set(studied.map(({ sheet }) => accountInSheetName(sheet.name).toLowerCase())).size > 1
  let facts: FileFacts | null = null
  let refused: AppError | null = null
  for (const one of studied) {
    const { sheet, layout } = one
    const name = named ? accountInSheetName(sheet.name) : sheet.name
    const apart = named && !tellsAccounts(layout) ? name !== '' : columnsDiffer(one, studied[0])
    const shared = accounts.under(apart ? `${name}/` : '', name)
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

/** Whether the table says itself which account a row is about. */
const tellsAccounts = ({ accountId, columns }: Layout): boolean =>
  accountId !== null || columns.account !== -1 || columns.accountName !== -1

/** Tables with other columns and no account number are taken for accounts of their own. */
function columnsDiffer({ sheet, layout }: StudiedSheet, first: StudiedSheet | undefined): boolean {
  const same = first !== undefined && layout.headers.join('\n') === first.layout.headers.join('\n')
  return !same && !tellsAccounts(layout) && sheet !== first?.sheet
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
