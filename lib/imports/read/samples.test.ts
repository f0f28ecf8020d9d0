import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSample, type Verdict } from './conformance.ts'

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

/** Files that do not say which of day and month comes first: they are asked about, and then read. */
const asked = new Set(['jemmyw-Qif__quicken_non_investement_account.qif'])

describe.skipIf(!here).each(['ofx', 'qif', 'camt', 'mt940', 'xlsx'])('%s samples', (format) => {
  it.each(filesOf(format))('%s', async (name) => {
    const verdict = await checkSample(path.join(samples, format, name))
    expect(verdict.passed).toBe(true)
    if (!asked.has(name)) expect(verdict.differences).toEqual([])
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
