import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Runs under the Node that compiled its SQLite; talks to actual-arm.ts over IPC. argv: folder of the package, data folder. */
const [, , packageDir = '.', dataDir = '.'] = process.argv
const api = createRequire(join(packageDir, 'package.json'))('@actual-app/api')

const cents = (text) => Math.round(Number(text) * 100)

/** The bench's own CSV as what `importTransactions` takes; the nth equal line has the same id in every file. */
function rowsOf(path) {
  const seen = new Map()
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [date = '', payee = '', amount = ''] = line.split(',')
      const nth = seen.get(line) ?? 0
      seen.set(line, nth + 1)
      const row = { date, amount: cents(amount), payee_name: payee, imported_payee: payee, cleared: true }
      return { ...row, imported_id: `${line}|${nth}` }
    })
}

let accountId = ''

const jobs = {
  async open({ name }) {
    await api.runImport(name, async () => undefined)
    accountId = await api.createAccount({ name: 'Bench', type: 'checking' }, 0)
    return {}
  },
  async import({ path }) {
    const rows = rowsOf(path)
    const start = performance.now()
    const { added, updated, errors } = await api.importTransactions(accountId, rows)
    const millis = performance.now() - start
    if (errors?.length) throw new Error(JSON.stringify(errors[0]))
    return { millis, added: added.length, updated: updated.length }
  },
}

await api.init({ dataDir, verbose: false })
process.on('message', ({ job, ...input }) => {
  jobs[job](input).then(
    (result) => process.send({ result }),
    (error) => process.send({ problem: String(error?.stack ?? error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send({ result: {} })
