// Builds the pages when their sources have changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { projectNode, run } from './install.mjs'
import { withProgress } from './progress.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const sources = [
  ...['app', 'components', 'lib', 'db', 'public', 'proxy.ts', 'instrumentation.ts'],
  ...['next.config.ts', 'postcss.config.mjs', 'package.json', 'package-lock.json'],
]
const isTest = (path) => /\.test\.tsx?$/.test(path)

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readdirSync(dirname(full), { withFileTypes: true })
  const own = entries.find((entry) => join(dirname(full), entry.name) === full)
  if (!own?.isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** One hash of everything a build depends on. */
export function sourceHash() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder))
    if (!isTest(path)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** Builds when needed; true when it did. It needs no database and no configuration. */
export async function ensureBuilt() {
  const stamp = join(root, process.env.MINH_BUILD_DIR ?? '.next', 'minh-build')
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  rmSync(stamp, { force: true })
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const environment = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await withProgress('Building the pages', run(projectNode, [next, 'build'], environment))
  writeFileSync(stamp, hash)
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureBuilt().then(
    (built) => process.stdout.write(built ? 'The pages are built.\n' : 'The build is up to date.\n'),
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  )
}
