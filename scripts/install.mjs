// Installs what is missing. Plain JavaScript for Node 20: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withProgress } from './progress.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

/** The Node that every script of this project runs on, once it is installed. */
export const projectNode = windows
  ? join(root, 'node_modules', 'node', 'bin', 'node.exe')
  : join(root, 'node_modules', '.bin', 'node')

/** Runs a command; its output is shown only when it fails. */
export function run(command, args, environment = process.env) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.once('error', fail)
    child.once('exit', (code) => {
      if (code === 0) done()
      else fail(new Error(`${command} ${args.join(' ')} failed:\n${Buffer.concat(said).toString('utf8')}`))
    })
  })
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Whether node_modules holds what the lock file says. npm writes its record last, so an interrupted run shows. */
export function isInstalled(folder = root) {
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  return Object.entries(readJson(join(folder, 'package-lock.json')).packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.link || installed[path]?.version === wanted.version,
  )
}

export async function ensureInstalled() {
  if (isInstalled() && existsSync(projectNode)) return
  const npm = windows ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it wants every platform's optional packages in the lock, and a registry may lack some of them.
  const args = ['install', '--no-save', '--no-audit', '--no-fund']
  await withProgress('Installing what Minh needs (npm install)', run(npm, args))
}

/** The machine's own Chromium, or undefined: then Playwright's is meant. */
export const systemChromium = () => (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)

/** The newest folder with PostgreSQL's programs, or null. */
export function postgresPrograms() {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : []
  const onPath = (process.env.PATH ?? '').split(':')
  const folders = [...versions.map((version) => join(home, version, 'bin')), ...onPath]
  return folders.find((folder) => folder && existsSync(join(folder, 'initdb'))) ?? null
}

const mayInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs a package of Debian or Ubuntu; a machine that never asked for the list of packages finds none without it. */
async function installPackage(name) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', name]
  const fresh = async () => {
    await run('apt-get', ['update'], environment)
    await run('apt-get', install, environment)
  }
  await withProgress(`Installing ${name} for the tests`, run('apt-get', install, environment).catch(fresh))
}

async function ensureChromium() {
  if (systemChromium()) return
  if (mayInstallPackages()) {
    // Ubuntu's package of that name is an empty step towards another installer: then Playwright's own is taken.
    await installPackage('chromium').catch(() => undefined)
    if (systemChromium()) return
  }
  const playwright = join(root, 'node_modules', 'playwright', 'cli.js')
  const install = run(projectNode, [playwright, 'install', 'chromium'])
  await withProgress('Installing a Chromium for the tests', install)
}

async function ensurePostgres() {
  if (postgresPrograms()) return
  if (!mayInstallPackages())
    throw new Error('The tests need PostgreSQL 15 or newer: install the package "postgresql" of your system.')
  await installPackage('postgresql')
}

/** What the tests need beside npm's packages: a Chromium and a PostgreSQL server. */
export async function ensurePackages() {
  await ensureChromium()
  await ensurePostgres()
}
