import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answers, openEmbedded } from '#db/embedded/open.ts'
import { migrate } from '#db/migrate.ts'
import { writeStatement } from '../bench/statement-csv.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    rows: { type: 'string', default: '4000' },
  },
})
if (positionals[0] !== 'import')
  throw new Error('Usage: npm run crash -- import [--kills 200] [--seed 1] [--rows 4000]')
const [kills, seed, rows] = [Number(values.kills), Number(values.seed), Number(values.rows)]
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const dataDir = mkdtempSync(join(tmpdir(), 'minh-crash-'))
process.env.MINH_DATA_DIR = dataDir
delete process.env.DATABASE_URL
const database = await openEmbedded(dataDir)
await migrate(database.address)
const { closeConnections } = await import('#db/client.ts')
const { createHousehold } = await import('#db/testing/household.ts')
const { withScope } = await import('#db/scope.ts')
const { seedCategories } = await import('#lib/categories/mutations.ts')
const { importWithAlerts } = await import('#lib/alerts/import-with-alerts.ts')
const { stateOf } = await import('./state.ts')

const file = join(dataDir, 'crash.csv')
await writeStatement(file, rows, { rows, from: 0, ending: '' })
const childFile = fileURLToPath(new URL('./import-child.ts', import.meta.url))

let random = seed >>> 0
/** The next number of the seed's sequence, from 0 to below 1. */
function draw(): number {
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0
  return random / 2 ** 32
}

async function household() {
  const scope = await createHousehold()
  await withScope(scope, (tx) => seedCategories(tx, scope))
  return scope
}

type Household = Awaited<ReturnType<typeof household>>
type Blow = { victim: 'importer' | 'database' | 'both'; phase: string; delay: number }
type Phases = Map<string, number>
/** What phases were reached, and when; and the database process that was killed, if it was. */
type Struck = { phases: Phases; killed: number | undefined }

/** Starts an import in a process of its own and deals it the blow; ends when the import has and the blow has fallen. */
async function importAndStrike(scope: Household, blow: Blow | null): Promise<Struck> {
  const phases: Phases = new Map()
  let killed: number | undefined
  let falling: Promise<void> | undefined
  const child = fork(childFile, [`${scope.userId}@example.test`, file], {
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const strike = (): void => {
    const pid = database.pid()
    if (blow?.victim !== 'importer' && pid) {
      killed = pid
      process.kill(pid, 'SIGKILL')
    }
    if (blow?.victim !== 'database') child.kill('SIGKILL')
  }
  child.on('message', (message) => {
    const phase = String(message)
    phases.set(phase, performance.now())
    if (blow && phase === blow.phase) falling = setTimeout(blow.delay).then(strike)
  })
  await once(child, 'exit')
  // A late blow falls after the import has ended: what is looked at next must not be hit by it.
  await falling
  return { phases, killed }
}

async function databaseBack(killed: number | undefined): Promise<void> {
  // A killed child is noticed a moment later: an answer counts only when another process gives it.
  for (const giveUpAt = Date.now() + 60_000; ; await setTimeout(25)) {
    const ready = database.health().state === 'ready' && database.pid() !== killed
    if (ready && (await answers(database.address))) return
    if (Date.now() > giveUpAt) throw new Error('The database did not come back.')
  }
}

const whole = await household()
const { phases: clean } = await importAndStrike(whole, null)
const expected = await stateOf(whole)
const nothing = await stateOf(await household())
const begun = clean.get('started') ?? 0
const lasts = (clean.get(`stored ${rows}`) ?? 0) - begun
if (lasts <= 0) throw new Error('The import that nobody disturbs did not end well.')
print(`an undisturbed import of ${rows} rows takes ${Math.round(lasts)} ms: ${expected}`)

const victims = ['importer', 'database', 'both'] as const
const points = ['started', 'reading', 'writing', 'finishing', `stored ${rows}`]
const outcome = { nothing: 0, whole: 0, half: 0, wrongAgain: 0 }
const told = () =>
  `${outcome.nothing} left nothing, ${outcome.whole} left all, ${outcome.half} left half; ${outcome.wrongAgain} second imports were wrong`
const started = Date.now()
for (let kill = 0; kill < kills; kill++) {
  const scope = await household()
  const at = points[kill % 10] ?? 'started'
  // Every second blow falls right at a point or a little after it, the others anywhere in the import.
  const delay = kill % 10 < points.length ? draw() * 3 : draw() * lasts * 1.05
  const blow: Blow = { victim: victims[kill % victims.length] ?? 'both', phase: at, delay }
  const { killed } = await importAndStrike(scope, blow)
  await databaseBack(killed)
  await closeConnections()
  const found = await stateOf(scope)
  if (found === nothing) outcome.nothing++
  else if (found === expected) outcome.whole++
  else {
    outcome.half++
    print(`HALF after kill ${kill} (${blow.victim}, ${blow.phase} + ${blow.delay.toFixed(1)} ms): ${found}`)
  }
  await importWithAlerts(scope, { path: file, fileName: 'crash.csv', accountName: 'Crash' })
  const again = await stateOf(scope)
  if (again.replace(/imports \d+/, '') !== expected.replace(/imports \d+/, '')) {
    outcome.wrongAgain++
    print(`WRONG after kill ${kill} and a second import: ${again}`)
  }
  if ((kill + 1) % 10 === 0) print(`${kill + 1} kills: ${told()}`)
}
await closeConnections()
await database.stop()
rmSync(dataDir, { recursive: true, force: true })
print(`${kills} kills (seed ${seed}) in ${Math.round((Date.now() - started) / 1000)} s: ${told()}`)
process.exitCode = outcome.half + outcome.wrongAgain > 0 ? 1 : 0
