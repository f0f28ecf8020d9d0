import { join } from 'node:path'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from '#lib/imports/mutations.ts'
import { type ActualArm, startActual } from './actual-arm.ts'
import { dropBare, makeBare, readyBatches, timeBare } from './bare-insert.ts'
import { type Load, underMeter } from './load-meter.ts'
import type { Bench } from './main.ts'
import { writeStatement } from './statement-csv.ts'
import { statementTimes } from './statement-times.ts'

const sizes = [10_000, 100_000]
/** Actual compares every row with every other on a re-import: beyond this it takes hours, and is not asked. */
const mostForActual = 20_000

export async function household(): Promise<Scope> {
  const scope = await createHousehold()
  await withScope(scope, (tx) => seedCategories(tx, scope))
  return scope
}

export async function timedImport(
  scope: Scope,
  path: string,
  expected: { new: number; duplicate: number },
  account: { accountName: string } | { accountId: string } = { accountName: 'Bench' },
): Promise<Load> {
  let seen = { new: 0, duplicate: 0 }
  const load = await underMeter(async () => {
    const report = await importStatement(
      scope,
      { path, fileName: 'bench.csv', ...account },
      { afterWrite: async () => undefined },
    )
    const [into] = report.accounts
    seen = { new: into?.new ?? 0, duplicate: into?.duplicate ?? 0 }
  })
  if (seen.new !== expected.new || seen.duplicate !== expected.duplicate)
    throw new Error(`The import is wrong: ${JSON.stringify(seen)} in place of ${JSON.stringify(expected)}.`)
  return load
}

/** Import, re-import and half-known files of several sizes, each beside inserts of the same rows in the same run. */
export async function run({ dataDir, print, rounds }: Bench): Promise<void> {
  await profile(dataDir, print)
  print(
    'ours: hash, parse (worker), identity, matching, payees, categories, rollups, transfers, balance, audit; one transaction',
  )
  print(
    'bare: unnest insert of those very rows, already parsed, in one transaction of 5,000-row statements, owner of no row security',
  )
  const warm = join(dataDir, 'warm.csv')
  await writeStatement(warm, 3000, { rows: 3000, from: 0, ending: '' })
  await timedImport(await household(), warm, { new: 3000, duplicate: 0 })
  print('Actual: importTransactions of the same rows, already parsed, with an id each, into a local budget')
  for (const rows of sizes)
    for (let round = 1; round <= rounds; round++) {
      const asked = rows <= mostForActual && !process.argv.includes('--without-actual')
      const actual = asked ? await startActual(dataDir, print) : null
      if (rows > mostForActual) print(`\nActual is not asked for ${rows} rows: it takes too long`)
      await measure(dataDir, rows, print, actual)
      actual?.close()
    }
}

/** Where the time of a first import of 10,000 rows goes, warm. */
async function profile(dataDir: string, print: Bench['print']): Promise<void> {
  const path = join(dataDir, 'profile.csv')
  for (const rows of [3000, 10_000]) {
    await writeStatement(path, rows, { rows, from: 0, ending: '' })
    const scope = await household()
    const phases: [string, number][] = []
    const start = performance.now()
    const times = await statementTimes(async () => {
      await importStatement(
        scope,
        { path, fileName: 'bench.csv', accountName: 'Bench' },
        {
          afterWrite: async () => undefined,
          onProgress: ({ phase, done }) => phases.push([`${phase} ${done}`, performance.now() - start]),
        },
      )
    })
    if (rows === 3000) continue
    print(
      `first import of ${rows} rows, ${(performance.now() - start).toFixed(0)} ms; each phase from its start:`,
    )
    for (const [phase, at] of phases) print(`  ${at.toFixed(0).padStart(6)} ms  ${phase}`)
    print('waiting for the store, by statement:')
    for (const { name, millis, calls } of times.slice(0, 8))
      print(`  ${millis.toFixed(0).padStart(6)} ms  ${String(calls).padStart(3)} ×  ${name}`)
  }
}

async function measure(
  dataDir: string,
  rows: number,
  print: Bench['print'],
  actual: ActualArm | null,
): Promise<void> {
  const first = join(dataDir, 'first.csv')
  const again = join(dataDir, 'again.csv')
  const half = join(dataDir, 'half.csv')
  await writeStatement(first, rows, { rows, from: 0, ending: '' })
  await writeStatement(again, rows, { rows, from: 0, ending: '\n' })
  await writeStatement(half, rows, { rows: 1000, from: rows - 500, ending: '' })
  const scope = await household()
  const import1 = await timedImport(scope, first, { new: rows, duplicate: 0 })
  const import2 = await timedImport(scope, again, { new: 0, duplicate: rows })
  const import3 = await timedImport(scope, half, { new: 500, duplicate: 500 })
  const batches = (await readyBatches(scope.householdId)).slice(0, rows / 5000)

  const arms = [
    ['same keys, indexes, references', { name: 'bench_bare', rowKeys: true, rollups: false }],
    ['the same and rollup triggers', { name: 'bench_rollups', rowKeys: true, rollups: true }],
    ['heap with a primary key only', { name: 'bench_heap', rowKeys: false, rollups: false }],
  ] as const
  print(`\n${rows} rows`)
  const theirs = await timeActual(actual, rows, { first, again, half })
  line(print, 'first import, ours', rows, import1.millis)
  let conflictOnly = 0
  for (const [label, table] of arms) {
    await makeBare(table)
    const millis = await timeBare(table.name, batches, false)
    line(print, `  bare insert, ${label}`, rows, millis, import1.millis)
    if (table.name === 'bench_bare') conflictOnly = await timeBare(table.name, batches, true)
    await dropBare(table.name)
  }
  against(print, rows, theirs.first, import1.millis)
  line(print, 're-import (one byte differs), ours', rows, import2.millis)
  line(print, '  bare insert, all rows conflict', rows, conflictOnly, import2.millis)
  against(print, rows, theirs.again, import2.millis)
  line(print, '500 new + 500 known, ours', 1000, import3.millis)
  against(print, 1000, theirs.half, import3.millis)
  const loads = [import1, import2, import3]
  const mb = Math.max(...loads.map((load) => load.rssRise)) / 1e6
  const block = Math.max(...loads.map((load) => load.longestBlock))
  print(
    `  memory rose by at most ${mb.toFixed(0)} MB; the event loop stood still for at most ${block.toFixed(0)} ms`,
  )
}

function line(print: Bench['print'], label: string, rows: number, millis: number, ours?: number): void {
  const rate = Math.round(rows / (millis / 1000)).toLocaleString('en-US')
  const ratio = ours === undefined ? '' : `   ours takes ${(ours / millis).toFixed(2)} times as long`
  print(`${label.padEnd(48)}${(millis / 1000).toFixed(2).padStart(8)} s ${rate.padStart(9)} rows/s${ratio}`)
}

type Files = { first: string; again: string; half: string }
type Times = Record<keyof Files, number | null>

/** Actual's times for the same three files; null: not run, or not within five minutes. */
async function timeActual(actual: ActualArm | null, rows: number, files: Files): Promise<Times> {
  const times: Times = { first: null, again: null, half: null }
  if (!actual) return times
  await actual.open(`bench-${rows}-${Date.now()}`)
  times.first = await actual.importRows(files.first, { added: rows })
  if (times.first === null) return times
  times.again = await actual.importRows(files.again, { added: 0 })
  if (times.again !== null) times.half = await actual.importRows(files.half, { added: 500 })
  return times
}

function against(print: Bench['print'], rows: number, theirs: number | null, ours: number): void {
  if (theirs === null) print('  Actual: not run')
  else {
    line(print, '  Actual', rows, theirs)
    print(`    ours is ${(theirs / ours).toFixed(1)} times as fast`)
  }
}
