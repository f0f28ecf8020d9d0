import { AppError } from '#lib/core/errors.ts'
import { camtReader } from './camt/read-camt.ts'
import { csvReader } from './csv/read-csv.ts'
import { tablesOf } from './csv/several-tables.ts'
import { studyCsv } from './csv/study.ts'
import { decodeText, detectEncoding } from './decode.ts'
import { detectFormat, refuseBinary, type SheetText, type TextFormat } from './detect.ts'
import { mt940Reader } from './mt940/read-mt940.ts'
import { ofxReader } from './ofx/read-ofx.ts'
import { qifReader } from './qif/read-qif.ts'
import { studyQif } from './qif/study.ts'
import { refuse } from './refusal.ts'
import type { Sink, TextReader } from './sink.ts'
import { asSource, type Chunks, defaultMaxBytes, headOf, type Source } from './source.ts'
import type { ReadAccount, ReadHints, ReadProblem, ReadRow, ReadSummary } from './types.ts'
import { htmlSheets } from './xlsx/html-sheets.ts'
import { looksLikeWorkbook } from './xlsx/magic.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'
import type { Sheet } from './xlsx/sheet.ts'
import { spreadsheetXmlSheets } from './xlsx/spreadsheet-xml.ts'

export type ReadOptions = ReadHints & {
  signal?: AbortSignal
  /** Rows in a batch (default 2 000). */
  batchSize?: number
  /** Awaited before more is read. `accounts` are those seen so far; their balances may still change. */
  onBatch?: (rows: ReadRow[], accounts: ReadAccount[]) => Promise<void> | void
  /** Called now and then with the share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void
}

const maxProblems = 500
const mostRows = 500_000

/**
 * Reads one statement file. Rows go to `onBatch` in the order of the file; the summary comes at the end. Throws
 * AppError `invalid`, `needs_mapping` or `too_large`, possibly after batches were delivered: drop those then.
 */
export async function readStatement(input: Source | Chunks, options: ReadOptions): Promise<ReadSummary> {
  const source = await asSource(input, options.maxBytes ?? defaultMaxBytes)
  const head = await headOf(source, 64 * 1024)
  if (head.length === 0)
    throw refuse('empty', 'The file is empty: it has 0 bytes. Download it from the bank again.')
  if (looksLikeWorkbook(head)) return readBook(source, options)
  const encoding = options.mapping?.encoding ?? (await detectEncoding(source))
  refuseBinary(head, encoding.startsWith('utf-16'))
  const format = detectFormat(await startOf(source, encoding))
  if (format === 'html' || format === 'spreadsheetXml')
    return readSheetText(source, format, encoding, options)

  const share = shareReporter(source, options)
  const tables =
    format === 'csv' ? await tablesOf(() => decodeText(share.studied, encoding), source.size) : null
  // A mapping is of one table: what several were read by is not remembered.
  if (tables) return { ...(await readSheets(tables, encoding, options)), format, mapping: null }
  const state = collector()
  const reader = await readerFor(format, encoding, options, state.sink, share.studied)
  const batchSize = options.batchSize ?? 2000
  for await (const text of decodeText(share.counted, encoding)) {
    reader.push(text)
    if (state.rows.length >= batchSize) await flush(state, batchSize, options, false)
  }
  const facts = reader.end()
  await flush(state, batchSize, options, true)
  return { format, encoding, ...facts, ...countsOf(state) }
}

/** Workbooks are no text: all of it is unpacked in memory. Their library is loaded only for them. */
async function readBook(source: Source, options: ReadOptions): Promise<ReadSummary> {
  const { sheetsOf } = await import('./xlsx/workbook.ts')
  const { studied } = shareReporter(source, options)
  return readSheets(await sheetsOf(await headOf(studied, source.size)), 'utf-8', options)
}

/** Tables that are text are workbooks for all that comes after. */
async function readSheetText(
  source: Source,
  kind: SheetText,
  encoding: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const texts = decodeText(shareReporter(source, options).studied, encoding)
  const sheets = kind === 'html' ? await htmlSheets(texts) : await spreadsheetXmlSheets(texts)
  return readSheets(sheets, encoding, options)
}

async function readSheets(
  sheets: readonly Sheet[],
  encoding: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const state = collector()
  const batchSize = options.batchSize ?? 2000
  const pause = async () => {
    if (options.signal?.aborted) throw aborted()
    if (state.rows.length >= batchSize) await flush(state, batchSize, options, false)
  }
  const facts = await readWorkbook(sheets, options, state.sink, pause, encoding)
  await flush(state, batchSize, options, true)
  return { format: 'xlsx', encoding, ...facts, ...countsOf(state) }
}

const countsOf = ({ accounts, problems, total, skipped, warnings }: Collector) => ({
  accounts,
  problems,
  rows: total,
  skipped,
  warnings,
})

async function readerFor(
  format: Exclude<TextFormat, SheetText>,
  encoding: string,
  options: ReadOptions,
  sink: Sink,
  studied: Source,
): Promise<TextReader> {
  if (format === 'ofx') return ofxReader(sink, options.defaultCurrency)
  if (format === 'camt') return camtReader(sink, options.defaultCurrency)
  if (format === 'mt940') return mt940Reader(sink, options.defaultCurrency)
  if (format === 'qif')
    return qifReader(sink, options.defaultCurrency, await studyQif(decodeText(studied, encoding), options))
  const layout = await studyCsv(() => decodeText(studied, encoding), encoding, options)
  return csvReader(layout, sink)
}

async function startOf(source: Source, encoding: string): Promise<string> {
  let start = ''
  for await (const text of decodeText(source, encoding)) {
    start += text
    if (start.length > 16_384 && start.trimStart() !== '') break
  }
  return start.slice(0, 1_000_000)
}

type Collector = ReturnType<typeof collector>

function collector() {
  const state = {
    accounts: [] as ReadAccount[],
    rows: [] as ReadRow[],
    problems: [] as ReadProblem[],
    total: 0,
    skipped: 0,
    warnings: 0,
  }
  const sink: Sink = {
    account: (account) => {
      state.accounts.push(account)
    },
    row: (row) => {
      state.rows.push(row)
    },
    problem: (problem) => {
      if (problem.severity === 'skipped') state.skipped++
      else state.warnings++
      if (state.problems.length < maxProblems) state.problems.push(problem)
    },
  }
  return Object.assign(state, { sink })
}

/** Hands full batches on; the newest row stays back, because the next line of a CSV may continue it. */
async function flush(
  state: Collector,
  batchSize: number,
  options: ReadOptions,
  last: boolean,
): Promise<void> {
  const keep = last ? 0 : 1
  let from = 0
  while (state.rows.length - from > (last ? 0 : batchSize)) {
    const batch = state.rows.slice(from, Math.min(from + batchSize, state.rows.length - keep))
    from += batch.length
    state.total += batch.length
    if (state.total > (options.maxRows ?? mostRows))
      throw refuse('tooHeavy', `The file holds more than ${options.maxRows ?? mostRows} transactions.`)
    if (options.onBatch) await options.onBatch(batch, state.accounts)
  }
  state.rows.splice(0, from)
}

/** Two views of the source that report how far reading has come: studying counts as a third of the work. */
function shareReporter(source: Source, options: ReadOptions): { studied: Source; counted: Source } {
  const watched = (from: number, to: number): Source => ({
    size: source.size,
    open: async function* () {
      let done = 0
      for await (const chunk of source.open()) {
        if (options.signal?.aborted) throw aborted()
        done += chunk.byteLength
        options.onProgress?.(from + ((to - from) * done) / Math.max(1, source.size))
        yield chunk
      }
    },
  })
  return { studied: watched(0, 0.3), counted: watched(0.3, 1) }
}

const aborted = () =>
  new AppError('invalid', 'Reading the file was cancelled.', { messageKey: 'imports.errors.cancelled' })
