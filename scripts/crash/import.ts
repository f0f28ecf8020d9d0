import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { closeConnections } from '#db/client.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import type { Scope } from '#lib/core/scope.ts'
import { writeStatement } from '../bench/statement-csv.ts'
import type { Chosen, Place } from './place.ts'
import { stateOf } from './state.ts'

const childFile = fileURLToPath(new URL('./import-child.ts', import.meta.url))

async function household() {
  const scope = await createHousehold()
  await withScope(scope, (tx) => seedCategories(tx, scope))
  return scope
}

type Blow = { victim: 'importer' | 'database' | 'both'; phase: string; delay: number }
type Phases = Map<string, number>
/** What phases were reached, and when; and the database process that was killed, if it was. */
type Struck = { phases: Phases; killed: number | undefined }

/** Starts an import in a process of its own and deals it the blow; ends when the import has and the blow has fallen. */
async function importAndStrike(place: Place, file: string, scope: Scope, blow: Blow | null): Promise<Struck> {
  const phases: Phases = new Map()
  let killed: number | undefined
  let falling: Promise<void> | undefined
  const child = fork(childFile, [`${scope.userId}@example.test`, file], {
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const strike = (): void => {
    if (blow?.victim !== 'importer') killed = place.kill()
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

/** Kills what takes part in an import; whether each left all or nothing and a second import was exact. */
export async function strikeImports(place: Place, { kills, seed, rows, print }: Chosen): Promise<boolean> {
  const file = join(place.dataDir, 'crash.csv')
  await writeStatement(file, rows, { rows, from: 0, ending: '' })
  let random = seed >>> 0
  /** The next number of the seed's sequence, from 0 to below 1. */
  function draw(): number {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0
    return random / 2 ** 32
  }

  const whole = await household()
  const { phases: clean } = await importAndStrike(place, file, whole, null)
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
    const { killed } = await importAndStrike(place, file, scope, blow)
    await place.back(killed)
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
  print(`${kills} kills (seed ${seed}) in ${Math.round((Date.now() - started) / 1000)} s: ${told()}`)
  return outcome.half + outcome.wrongAgain === 0
}
