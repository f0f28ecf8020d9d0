import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInWorker } from './read-in-worker.ts'
import { refusalOf } from './testing.ts'
import type { ReadSummary } from './types.ts'

const folder = path.resolve(process.cwd(), '../shared/samples/hostile')
const here = existsSync(folder)
if (!here && process.env.CI) throw new Error(`The hostile files are missing: ${folder}`)

type Expectation = { rows?: number; name0?: string; amounts?: string[]; dates?: string[] }

const expectations = (
  here ? JSON.parse(readFileSync(path.join(folder, 'EXPECT.json'), 'utf8')) : {}
) as Record<string, Expectation>

/** Files that must be refused or asked about, with the key of the message. No other may be. */
const refused: Record<string, string> = {
  'ofx_truncated_mid_txn.ofx': 'cutOff',
  'ofx_truncated_header_only.ofx': 'noStatement',
  'ofx_empty.ofx': 'empty',
  'camt_xxe_http.xml': 'doctype',
  'camt_quadratic_blowup.xml': 'doctype',
  'csv_ambiguous_dates_only.csv': 'needsMapping',
  'csv_dates_switch_order.csv': 'needsMapping',
  'csv_blank.csv': 'blank',
  'csv_is_html.csv': 'webPage',
  'qif_ambiguous.qif': 'needsDateOrder',
  'xlsx_encrypted_magic.xlsx': 'encrypted',
  'libofx-libofx__use-after-free.ofx': 'otherXml',
}

/** Lines that must be reported, by the code of the problem. */
const reported: Record<string, string[]> = {
  'csv_ragged.csv': ['no_amount'],
  'ofx_date_bad.ofx': ['bad_date', 'bad_date', 'bad_date'],
  'mt940_truncated_61.sta': ['unreadable', 'no_closing'],
  'ofx_deep_nesting.ofx': ['no_account'],
}

const inDong = new Set(['csv_vietnamese_nfd.csv'])
const days: Record<string, string[]> = { 'qif_y2k.qif': ['1970-01-13', '2070-01-13', '2069-01-13'] }

/** Reads in the worker and watches the memory of the whole process beside it, in bytes above the start. */
async function readWatched(name: string) {
  const rows: { date: string; minor: bigint; payee: string }[] = []
  const start = process.memoryUsage.rss()
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  let summary: ReadSummary | null = null
  const refusal = await refusalOf(
    readInWorker(path.join(folder, name), { fileName: name, defaultCurrency: 'USD' }, (batch) => {
      for (let i = 0; i < batch.length; i++)
        rows.push({ date: batch.date[i] ?? '', minor: batch.minor[i] ?? 0n, payee: batch.payee[i] ?? '' })
    }).then((read) => {
      summary = read
    }),
  )
  clearInterval(watch)
  return { rows, refusal, grown: peak - start, codes: codesOf(summary) }
}

const codesOf = (summary: ReadSummary | null) => summary?.problems.map((problem) => problem.code) ?? []

describe.skipIf(!here)('hostile samples', () => {
  it.each(Object.keys(expectations))('%s', { timeout: 10_000 }, async (name) => {
    const { rows, refusal, grown, codes } = await readWatched(name)
    const want = expectations[name] ?? {}
    expect(refusal?.key).toBe(refused[name] && `imports.errors.${refused[name]}`)
    expect(grown).toBeLessThan(256 * 1024 * 1024)
    expect(rows.filter((row) => row.payee.includes('root:'))).toEqual([])
    if (reported[name]) expect(codes).toEqual(reported[name])
    if (want.rows !== undefined) expect(rows).toHaveLength(want.rows)
    if (want.name0) expect(rows[0]?.payee).toBe(want.name0)
    const wanted = want.dates ?? days[name]
    if (wanted) expect(rows.map((row) => row.date)).toEqual(wanted)
    const minor = (amount: string) => BigInt(Math.round(Number(amount) * (inDong.has(name) ? 1 : 100)))
    if (want.amounts) expect(rows.map((row) => row.minor)).toEqual(want.amounts.map(minor))
  })
})
