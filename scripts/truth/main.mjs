// `npm run truth -- --days 1000 --seeds 2`: simulated days of trouble at a bank, read by windows and by cursors; the ledger is compared with its truth each day.
import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { projectNode } from '../install.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const number = { type: 'string' }
const { values } = parseArgs({
  options: { days: { ...number, default: '1000' }, seeds: { ...number, default: '2' } },
})
const { days, seeds } = values
if (![days, seeds].every((text) => /^[1-9]\d{0,4}$/.test(text))) {
  process.stderr.write('Usage: npm run truth -- [--days 1000] [--seeds 2]\n')
  process.exit(1)
}

const begun = Date.now()
const output = []
const run = spawn(
  projectNode,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', 'lib/connections/truth.db.test.ts'],
  { cwd: root, env: { ...process.env, TRUTH_DAYS: days, TRUTH_SEEDS: seeds } },
)
for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => output.push(chunk))
run.once('exit', (code) => {
  if (code !== 0) process.stderr.write(Buffer.concat(output))
  const seconds = Math.round((Date.now() - begun) / 1000)
  const said =
    code === 0 ? 'the ledger was the truth of the bank on each of them' : 'NOT the truth, see above'
  process.stdout.write(`${days} days of trouble with each of ${seeds} seeds in ${seconds} s: ${said}\n`)
  process.exit(code ?? 1)
})
