import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSample, type Verdict } from './conformance.ts'
import { fileSource } from './file-source.ts'
import { readStatement } from './read-statement.ts'
import { refusalOf } from './testing.ts'
import type { ReadRow } from './types.ts'

const samples = path.resolve(process.cwd(), '../shared/samples')
const here = existsSync(samples)
if (!here && process.env.CI) throw new Error(`The sample files are missing: ${samples}`)
if (!here)
  process.stderr.write(`SKIPPED: the sample files are missing (${samples}); readers were not checked.\n`)

const filesOf = (format: string): string[] =>
  here
    ? readdirSync(path.join(samples, format)).filter((name) =>
        existsSync(path.join(samples, format, `${name}.expected.json`)),
      )
    : []

describe.skipIf(!here)('OFX samples', () => {
  it.each(filesOf('ofx'))('%s', async (name) => {
    const verdict = await checkSample(path.join(samples, 'ofx', name))
    expect(verdict.differences).toEqual([])
  })
})

describe.skipIf(!here)('CSV samples', () => {
  const verdicts = new Map<string, Verdict>()
  beforeAll(async () => {
    for (const name of filesOf('csv')) verdicts.set(name, await checkSample(path.join(samples, 'csv', name)))
  })

  it('reads every file of a recognised bank without a question', () => {
    const known = [...verdicts].filter(([, verdict]) => verdict.profile !== null)
    expect(known.length).toBeGreaterThanOrEqual(25)
    expect(known.flatMap(([name, verdict]) => verdict.differences.map((line) => `${name}: ${line}`))).toEqual(
      [],
    )
  })

  it('reads the others, or asks and then reads them', () => {
    const failed = [...verdicts].filter(([, verdict]) => !verdict.passed).map(([name]) => name)
    expect(failed).toEqual([])
  })
})

type Hostile = { expect: string; rows?: number; name0?: string; amounts?: string[]; completeRows?: number }

const hostile = (
  here ? JSON.parse(readFileSync(path.join(samples, 'hostile/EXPECT.json'), 'utf8')) : {}
) as Record<string, Hostile>
const names = Object.keys(hostile).filter((name) => /^(?:ofx2?_|csv_|libofx).*\.(?:ofx|csv)$/.test(name))

/** Files that must be refused or asked about, with the key of the message. */
const refused: Record<string, string> = {
  'ofx_truncated_mid_txn.ofx': 'cutOff',
  'ofx_truncated_header_only.ofx': 'noStatement',
  'ofx_empty.ofx': 'empty',
  'csv_ambiguous_dates_only.csv': 'needsMapping',
  'csv_dates_switch_order.csv': 'needsMapping',
  'csv_blank.csv': 'blank',
  'csv_is_html.csv': 'webPage',
}

describe.skipIf(!here)('hostile samples', () => {
  it.each(names)('%s', async (name) => {
    const rows: ReadRow[] = []
    const started = performance.now()
    const refusal = await refusalOf(
      fileSource(path.join(samples, 'hostile', name)).then((source) =>
        readStatement(source, {
          fileName: name,
          defaultCurrency: 'USD',
          onBatch: (batch) => {
            rows.push(...batch)
          },
        }),
      ),
    )
    expect(performance.now() - started).toBeLessThan(5000)
    expect(rows.some((row) => row.payee.includes('root:'))).toBe(false)
    const want = hostile[name]
    if (refused[name]) expect(refusal?.key).toBe(`imports.errors.${refused[name]}`)
    if (want?.rows !== undefined) expect(rows).toHaveLength(want.rows)
    if (want?.name0) expect(rows[0]?.payee).toBe(want.name0)
    const minor = (amount: string) => BigInt(Math.round(Number(amount) * 100))
    if (want?.amounts && name !== 'csv_vietnamese_nfd.csv')
      expect(rows.map((row) => row.minor)).toEqual(want.amounts.map(minor))
    if (name === 'csv_vietnamese_nfd.csv') expect(rows.map((row) => row.minor)).toEqual([-85000n, 25000000n])
  })
})
