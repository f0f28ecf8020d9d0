import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '#db/embedded/open.ts'
import { migrate } from '#db/migrate.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from '#lib/imports/mutations.ts'
import type { ImportReport } from '#lib/imports/types.ts'
import { blockSize, mutants, readSamples } from './mutate.ts'

type Found = (run: number, problem: string) => void
export type WholeRuns = {
  folder: string
  formats: string[]
  seed: number
  first: number
  runs: number
  whole: number
  found: Found
  print: (line: string) => void
}

type Held = { rows: number; sum: string; imports: number; accounts: number; sightings: number }

const held = async (scope: Scope): Promise<Held> => {
  const [row] = await withScope(scope, (tx) =>
    bulk<Held>(
      tx,
      `select (select count(*)::integer from transactions where household_id = $1) as rows,
         (select coalesce(sum(minor), 0)::text from transactions where household_id = $1) as sum,
         (select count(*)::integer from imports where household_id = $1) as imports,
         (select count(*)::integer from accounts where household_id = $1) as accounts,
         (select count(*)::integer from import_sightings where household_id = $1) as sightings`,
      [scope.householdId],
    ),
  )
  if (!row) throw new Error('The household cannot be counted.')
  return row
}

/** What is wrong between an import that ended well and what the store holds. */
function wrongStored(report: ImportReport, before: Held, after: Held): string | null {
  const fresh = report.accounts.reduce((count, account) => count + account.new, 0)
  if (after.rows - before.rows !== fresh)
    return `${fresh} new rows reported, ${after.rows - before.rows} stored`
  if (report.accounts.some((account) => account.duplicate + account.updated > 0)) return null
  const sum = report.accounts.reduce((total, account) => total + account.sum.minor, 0n)
  return BigInt(after.sum) - BigInt(before.sum) === sum ? null : 'the stored sum is not the sum of the file'
}

async function wrongWith(scope: Scope, path: string, name: string): Promise<string | null> {
  const before = await held(scope)
  try {
    const input = { path, fileName: name, accountName: 'Fuzz' }
    const report = await importStatement(scope, input, { afterWrite: async () => undefined })
    return wrongStored(report, before, await held(scope))
  } catch (error) {
    if (!isAppError(error)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
    const after = await held(scope)
    return JSON.stringify(after) === JSON.stringify(before)
      ? null
      : `half an import: ${JSON.stringify(after)}`
  }
}

/** Takes `whole` of the runs through the whole import into an embedded database. */
export async function importMutants(order: WholeRuns): Promise<void> {
  const { folder, formats, seed, first, runs, whole, found, print } = order
  const dataDir = mkdtempSync(join(tmpdir(), 'minh-fuzz-'))
  process.env.MINH_DATA_DIR = dataDir
  delete process.env.DATABASE_URL
  const database = await openEmbedded(dataDir)
  await migrate(database.address)
  const samples = readSamples(folder, formats)
  const counts = { imported: 0, refused: 0, wrong: 0, slowest: 0 }
  let scope: Scope | null = null
  try {
    const blocks = Math.max(1, Math.ceil(whole / blockSize))
    const step = Math.max(1, Math.floor(runs / blockSize / blocks))
    for (let block = 0, done = 0; done < whole; block++) {
      let run = (Math.floor(first / blockSize) + block * step) * blockSize
      for (const mutant of mutants(samples, seed, run / blockSize)) {
        if (done++ >= whole) break
        if (done % 50 === 1) {
          const fresh = await createHousehold()
          await withScope(fresh, (tx) => seedCategories(tx, fresh))
          scope = fresh
        }
        if (!scope) continue
        const path = join(dataDir, 'mutant')
        writeFileSync(path, mutant.bytes)
        const started = performance.now()
        const before = await held(scope)
        const wrong = await wrongWith(scope, path, mutant.name)
        const millis = performance.now() - started
        counts.slowest = Math.max(counts.slowest, millis)
        const after = await held(scope)
        if (after.imports > before.imports) counts.imported++
        else counts.refused++
        const problem = wrong ?? (millis > 10_000 ? `took ${Math.round(millis)} ms` : null)
        if (problem) {
          counts.wrong++
          found(run, `whole import: ${problem}`)
        }
        run++
      }
    }
  } finally {
    const { closeConnections } = await import('#db/client.ts')
    await closeConnections()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  print(
    `${whole} of them through the whole import: ${counts.imported} imported, ${counts.refused} refused, slowest ${Math.round(counts.slowest)} ms; ${counts.wrong} wrong`,
  )
}
