import { fork } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { blockSize, mutants, readSamples } from './mutate.ts'
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
const counts = { read: 0, rows: 0 }

/** The bytes of a run, drawn again. */
function bytesOf(run: number): { name: string; bytes: Uint8Array } {
  const block = Math.floor(run / blockSize)
  const drawn = [...mutants(readSamples(folder, formats), seed, block)][run - block * blockSize]
  return drawn ?? { name: '', bytes: new Uint8Array() }
}

function found(run: number, problem: string): void {
  findings++
  if (findings > 200) return
  const { name, bytes } = bytesOf(run)
  print(`FOUND seed ${seed} run ${run} (${name}): ${problem.split('\n').slice(0, 4).join(' | ')}`)
  writeFileSync(path.join(findingsFolder, `${seed}-${run}-${path.basename(name)}`), bytes)
}

mkdirSync(findingsFolder, { recursive: true })
const mailbox = path.join(findingsFolder, `run-${process.pid}`)
const currentRun = (): number => Number(readFileSync(mailbox, 'utf8').trim())

/** Reads mutants in a process of 192 MB until it is done, hangs or dies; gives the run to go on with. */
function readFrom(from: number, to: number): Promise<number> {
  const order: FuzzOrder = { folder, formats, seed, from, to, mailbox }
  const { promise, resolve } = Promise.withResolvers<number>()
  writeFileSync(mailbox, String(from))
  const child = fork(fileURLToPath(new URL('./read-mutants.ts', import.meta.url)), [JSON.stringify(order)], {
    execArgv: [
      '--conditions=react-server',
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=192',
      '--max-semi-space-size=8',
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  let finished = false
  child.stderr?.on('data', (text) => {
    complaint = (complaint + text).slice(-20_000)
  })
  let last = -1
  let since = Date.now()
  const watch = setInterval(() => {
    const run = currentRun()
    if (run !== last) {
      last = run
      since = Date.now()
    } else if (Date.now() - since > patience) {
      complaint = `no answer for ${patience / 1000} s`
      child.kill('SIGKILL')
    }
  }, 250)
  child.on('message', (news: FuzzNews) => {
    if (news.kind === 'finding') return found(news.run, news.problem)
    finished = true
    counts.read += news.read
    counts.rows += news.rows
  })
  child.on('exit', () => {
    clearInterval(watch)
    if (finished) return resolve(to)
    const run = currentRun()
    const fatal = /FATAL ERROR: .*/.exec(complaint)?.[0]
    found(run, `the reading process ended: ${fatal ?? complaint.slice(0, 300)}`)
    resolve(run + 1)
  })
  return promise
}

const end = first + runs
const started = Date.now()
const report = setInterval(() => {
  const done = currentRun() - first
  print(`${done} runs, ${Math.round(done / ((Date.now() - started) / 1000))} a second, ${findings} findings`)
}, 30_000)
for (let from = first; from < end; ) from = await readFrom(from, end)
clearInterval(report)
const seconds = (Date.now() - started) / 1000
print(
  `${runs} mutations of ${formats.join(', ')} (seed ${seed}) in ${seconds.toFixed(0)} s: ${counts.read} read (${counts.rows} rows), the others refused or asked; ${findings} findings`,
)
const whole = Number(values.imports ?? Math.ceil(runs / 500))
if (whole > 0) await importMutants({ folder, formats, seed, first, runs, whole, found, print })
rmSync(mailbox, { force: true })
process.exitCode = findings > 0 ? 1 : 0
