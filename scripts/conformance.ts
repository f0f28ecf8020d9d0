import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkSample } from '#lib/imports/read/conformance.ts'

const formats = ['ofx', 'qif', 'csv', 'camt', 'mt940', 'xlsx'] as const
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Banks whose CSV must be read without a question. */
const required = /chase|citi|wells fargo|u\.?s\.? bank|american express|paypal/i

async function splitsOf(root: string): Promise<Map<string, string>> {
  const index = path.join(root, 'INDEX.tsv')
  if (!existsSync(index)) return new Map()
  const lines = (await readFile(index, 'utf8')).split('\n').map((line) => line.split('\t'))
  return new Map(lines.map((cells) => [cells[0] ?? '', cells[2] ?? '']))
}

async function bankOf(file: string): Promise<string> {
  const expected: unknown = JSON.parse(await readFile(`${file}.expected.json`, 'utf8'))
  return expected && typeof expected === 'object' && 'bank' in expected ? String(expected.bank) : ''
}

async function run(root: string): Promise<boolean> {
  const splits = await splitsOf(root)
  let broken = false
  for (const format of formats) {
    const folder = path.join(root, format)
    if (!existsSync(folder)) continue
    const files = (await readdir(folder)).filter((name) =>
      existsSync(path.join(folder, `${name}.expected.json`)),
    )
    const counts = { passed: 0, withMapping: 0, known: 0, knownPassed: 0 }
    for (const name of files.sort()) {
      const file = path.join(folder, name)
      const verdict = await checkSample(file)
      const mustPass = format !== 'csv' || verdict.profile !== null || required.test(await bankOf(file))
      const direct = verdict.passed && verdict.how !== 'mapping'
      if (direct) counts.passed++
      if (verdict.passed && verdict.how === 'mapping') counts.withMapping++
      if (verdict.profile) counts.known++
      if (verdict.profile && direct) counts.knownPassed++
      const split = splits.get(`${format}/${name}`) ?? 'dev'
      if (mustPass && !verdict.passed && split === 'dev') broken = true
      const state = direct ? 'ok' : verdict.passed ? 'ok with mapping' : 'FAILED'
      const notes = verdict.notes.length > 0 ? ` (${verdict.notes.join('; ')})` : ''
      if (state !== 'ok' || notes !== '') say(`${state.padEnd(16)} ${format}/${name}${notes}`)
      for (const difference of verdict.differences.slice(0, 6)) say(`                   ${difference}`)
      if (verdict.differences.length > 6) say(`                   and ${verdict.differences.length - 6} more`)
    }
    const known = format === 'csv' ? `; recognised banks ${counts.knownPassed}/${counts.known}` : ''
    const mapped = counts.withMapping > 0 ? `; with mapping ${counts.withMapping}` : ''
    say(`${format}: ${counts.passed}/${files.length} read as expected${mapped}${known}`)
  }
  return !broken
}

const root = process.argv[2]
if (!root || !existsSync(root)) {
  process.stderr.write('Usage: node --conditions=react-server scripts/conformance.ts FOLDER\n')
  process.exitCode = 2
} else if (!(await run(root))) process.exitCode = 1
