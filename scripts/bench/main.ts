import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '#db/embedded/open.ts'
import { migrate } from '#db/migrate.ts'

/** What every benchmark gets: a fresh embedded database in a child process, migrated, and a folder that is removed afterwards. */
export type Bench = { dataDir: string; print: (line: string) => void; rounds: number }

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const [...names] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const rounds = Number(
  /^--rounds=(\d+)$/.exec(process.argv.find((a) => a.startsWith('--rounds=')) ?? '')?.[1] ?? 1,
)
const available = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3))

type Runnable = { run: (bench: Bench) => Promise<void>; withoutStore?: boolean }
const isRunnable = (module: object): module is Runnable => 'run' in module && typeof module.run === 'function'

for (const name of available) {
  if (names.length > 0 && !names.includes(name)) continue
  const module: object = await import(`./${name}.ts`)
  if (!isRunnable(module)) continue
  if (module.withoutStore) {
    print(`\n== ${name} (node ${process.version})`)
    await module.run({ dataDir: '', print, rounds })
    continue
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'minh-bench-'))
  process.env.MINH_DATA_DIR = dataDir
  delete process.env.DATABASE_URL
  const database = await openEmbedded(dataDir)
  try {
    await migrate(database.address)
    print(`\n== ${name} (node ${process.version}, embedded database in a child process)`)
    await module.run({ dataDir, print, rounds })
  } finally {
    const { closeConnections } = await import('#db/client.ts')
    await closeConnections()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
