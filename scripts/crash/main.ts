import { parseArgs } from 'node:util'
import { openPlace } from './place.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rows: { type: 'string', default: '4000' },
  },
})
const [what] = positionals
if (what !== 'import' && what !== 'sync')
  throw new Error('Usage: npm run crash -- import|sync [--kills 200] [--seed 1] [--rows 4000 (import)]')
const kills = Number(values.kills ?? (what === 'import' ? 200 : 100))
const chosen = {
  kills,
  seed: Number(values.seed),
  rows: Number(values.rows),
  print: (line: string): void => void process.stdout.write(`${line}\n`),
}

const place = await openPlace()
// The place says where the database is before anything that asks for it is loaded.
const { closeConnections } = await import('#db/client.ts')
const { strikeImports } = await import('./import.ts')
const { strikeSyncs } = await import('./sync.ts')
const held = await (what === 'import' ? strikeImports : strikeSyncs)(place, chosen)
await closeConnections()
await place.close()
process.exitCode = held ? 0 : 1
