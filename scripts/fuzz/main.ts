import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { FuzzNews, FuzzOrder } from './read-mutants.ts'
import { importMutants } from './whole-import.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    imports: { type: 'string' },
    formats: { type: 'string', default: 'ofx,csv,qif,camt,mt940,xlsx,hostile' },
    samples: { type: 'string', default: '../shared/samples' },
  },
})
const folder = path.resolve(values.samples)
const [runs, seed, first] = [Number(values.runs), Number(values.seed), Number(values.from)]
const formats = values.formats.split(',')
const patience = 10_000
const findingsFolder = path.resolve('.build/fuzz')

const print = (line: string): void => void process.stdout.write(`${line}\n`)
let findings = 0
let peak = 0

function found(run: number, name: string, problem: string, bytes: Uint8Array | null): void {
  findings++
  if (findings > 200) return
  print(`FOUND seed ${seed} run ${run} (${name}): ${problem.split('\n').slice(0, 4).join(' | ')}`)
  if (!bytes) return
  mkdirSync(findingsFolder, { recursive: true })
  writeFileSync(path.join(findingsFolder, `${seed}-${run}-${path.basename(name)}`), bytes)
}

/** Reads mutants in a thread until it is done, hangs or runs out of memory; gives the run to go on with. */
function readFrom(from: number, to: number, now: Int32Array): Promise<number> {
  const order: FuzzOrder = { folder, formats, seed, from, to, now }
  const { promise, resolve } = Promise.withResolvers<number>()
  const thread = new Worker(new URL('./read-mutants.ts', import.meta.url), {
    workerData: order,
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  })
  let last = -1
  let since = Date.now()
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
    const run = Atomics.load(now, 0)
    if (run !== last) {
      last = run
      since = Date.now()
    } else if (Date.now() - since > patience) {
      found(run, '', `no answer for ${patience / 1000} s`, null)
      finish(run + 1)
    }
  }, 250)
  const finish = (next: number): void => {
    clearInterval(watch)
    void thread.terminate().then(() => resolve(next))
  }
  thread.on('message', (news: FuzzNews) => {
    if (news.kind === 'done') finish(to)
    else found(news.run, news.name, news.problem, news.bytes)
  })
  thread.on('error', (error) => {
    const run = Atomics.load(now, 0)
    found(run, '', `the thread ended: ${error instanceof Error ? error.message : String(error)}`, null)
    finish(run + 1)
  })
  return promise
}

const now = new Int32Array(new SharedArrayBuffer(12))
const end = first + runs
const started = Date.now()
const report = setInterval(() => {
  const done = Atomics.load(now, 0) - first
  print(`${done} runs, ${Math.round(done / ((Date.now() - started) / 1000))} a second, ${findings} findings`)
}, 30_000)
for (let from = first; from < end; ) from = await readFrom(from, end, now)
clearInterval(report)
const seconds = (Date.now() - started) / 1000
print(
  `${runs} mutations of ${formats.join(', ')} (seed ${seed}) in ${seconds.toFixed(0)} s: ${now[1]} read (${now[2]} rows), ${runs - (now[1] ?? 0)} refused or asked; peak ${(peak / 1e6).toFixed(0)} MB; ${findings} findings`,
)
const whole = Number(values.imports ?? Math.ceil(runs / 500))
if (whole > 0) await importMutants({ folder, formats, seed, first, runs, whole, found, print })
process.exitCode = findings > 0 ? 1 : 0
