// `npm run order -- [--files 1000] [--seed 1]`: overlapping statements in two random orders give their union, both times.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '#db/embedded/open.ts'
import { migrate } from '#db/migrate.ts'
import { type GeneratedFile, shuffled, statementsOf } from './files.ts'

const { values } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const [count, seed] = [Number(values.files), Number(values.seed)]
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const dataDir = mkdtempSync(join(tmpdir(), 'minh-order-'))
process.env.MINH_DATA_DIR = dataDir
delete process.env.DATABASE_URL
const database = await openEmbedded(dataDir)
await migrate(database.address)
const { closeConnections } = await import('#db/client.ts')
const { createHousehold } = await import('#db/testing/household.ts')
const { bulk, withScope } = await import('#db/scope.ts')
const { importStatement } = await import('#lib/imports/mutations.ts')

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** The ledger these files give in this order, as sorted lines. */
async function ledgerOf(files: readonly GeneratedFile[]): Promise<string[]> {
  const scope = await createHousehold()
  let accountId: string | undefined
  for (const { format, text } of files) {
    const input = { source: bytesOf(text), fileName: `a.${format}`, accountId }
    const report = await importStatement(scope, input, { afterWrite: async () => undefined })
    accountId ??= report.accounts[0]?.id
  }
  const rows = await withScope(scope, (tx) =>
    bulk<{ line: string }>(
      tx,
      `select date::text || ' ' || minor || ' ' || raw_description as line from transactions
       where household_id = $1 and deleted_at is null`,
      [scope.householdId],
    ),
  )
  return rows.map((row) => row.line).sort()
}

const missing = (from: readonly string[], than: readonly string[]): string[] => {
  const left = [...than]
  return from.filter((line) => {
    const at = left.indexOf(line)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

try {
  for (const format of ['ofx', 'csv'] as const) {
    const share = format === 'ofx' ? Math.ceil(count / 2) : Math.floor(count / 2)
    const { files, union } = statementsOf(format, share, seed)
    for (const order of [seed + 1, seed + 2]) {
      const ledger = await ledgerOf(shuffled(files, order))
      const lost = missing(union, ledger)
      const added = missing(ledger, union)
      print(
        `${format}: ${files.length} files in order ${order}: ${ledger.length} rows, union ${union.length}, ${lost.length} lost, ${added.length} added`,
      )
      for (const line of [...lost, ...added].slice(0, 5)) print(`  ${line}`)
      if (lost.length + added.length > 0) process.exitCode = 1
    }
  }
} finally {
  await closeConnections()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
