// `npm test`: installs what is missing, then runs every check and ends in one line. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, ensurePackages } from './install.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const reports = join(root, '.build', 'reports')
const started = Date.now()
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

await ensureInstalled()
await ensurePackages()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const bin = (name) => join(root, 'node_modules', '.bin', name)
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
}

function run(command, args, extra = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...environment, ...extra } })
    child.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Counts of a JSON report of vitest or Playwright; a report that was never written is one failure. */
function counted(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  if (report.stats)
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + (report.errors?.length ?? 0),
      skipped: report.stats.skipped,
    }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

const vitest = (project) => [
  bin('vitest'),
  [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
]

const steps = [
  { name: 'format and lint', command: [bin('biome'), ['ci', '.']] },
  { name: 'types', command: [bin('next'), ['typegen']], after: [bin('tsc'), ['--noEmit']] },
  { name: 'unit and architecture', command: vitest('pure'), report: 'pure.json' },
  { name: 'database, embedded', command: vitest('db'), report: 'db.json' },
  {
    name: 'database, PostgreSQL server',
    command: [
      process.execPath,
      [
        'scripts/test-server.mjs',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(reports, 'server.json')}`,
      ],
    ],
    report: 'server.json',
  },
  { name: 'production build', command: [bin('node'), ['scripts/build.mjs']] },
  {
    name: 'browser',
    command: [bin('playwright'), ['test']],
    report: 'browser.json',
    extra: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json') },
  },
]

const total = { passed: 0, failed: 0, skipped: 0 }
const failed = []
for (const [index, step] of steps.entries()) {
  const begun = Date.now()
  console.log(`\n[${index + 1}/${steps.length}] ${step.name} …`)
  let code = await run(step.command[0], step.command[1], step.extra)
  if (code === 0 && step.after) code = await run(step.after[0], step.after[1])
  const counts = step.report
    ? counted(join(reports, step.report))
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  for (const key of Object.keys(total)) total[key] += counts[key]
  if (counts.failed > 0) failed.push(step.name)
  console.log(
    `[${index + 1}/${steps.length}] ${step.name}: ${code === 0 ? 'fine' : 'FAILED'} in ${seconds(begun)}`,
  )
}

console.log(
  failed.length > 0
    ? `\nFailed: ${failed.join(', ')}. All took ${seconds(started)}.`
    : `\nAll fine in ${seconds(started)}.`,
)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)
