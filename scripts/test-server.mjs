// `npm run test:server`: the database tests against a PostgreSQL server of its own. Arguments go to vitest.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresPrograms, projectNode } from './install.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const programs = postgresPrograms()
if (!programs) {
  process.stderr.write('PostgreSQL is not installed: install the package "postgresql" of your system.\n')
  process.exit(1)
}

/** PostgreSQL does not run as root: then it runs as the system's own user for it, or as nobody. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout?.toString()))
    if (uid > 0) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user.')
}

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

const user = serverUser()
const folder = mkdtempSync(join(tmpdir(), 'minh-pg-'))
if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
chmodSync(folder, 0o700)
const environment = { PATH: `${programs}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8', HOME: folder }

function must(program, args) {
  const result = spawnSync(join(programs, program), args, {
    ...user,
    env: environment,
    cwd: folder,
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`${program} failed:\n${result.stdout}${result.stderr}`)
  return result.stdout
}

const data = join(folder, 'data')
let started = false

/** Stops the server and removes its folder, however the tests ended. */
function clean() {
  if (started)
    spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], {
      ...user,
      env: environment,
      cwd: folder,
    })
  started = false
  rmSync(folder, { recursive: true, force: true })
}

async function main() {
  const port = await freePort()
  must('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'])
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  must('pg_ctl', ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings])
  started = true
  // The app's own rights, and no more: a superuser would hide a missing grant.
  const role = 'CREATE ROLE minh LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE'
  const psql = ['-h', folder, '-p', String(port), '-U', 'postgres', '-q']
  must('psql', [...psql, '-c', role])
  must('psql', [...psql, '-c', 'CREATE DATABASE minh OWNER minh'])
  process.stdout.write(`${must('psql', [...psql, '-Atc', 'SELECT version()']).trim()}\n`)

  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const tests = spawn(projectNode, [vitest, 'run', '--project', 'db', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      DATABASE_URL: `postgres://minh@127.0.0.1:${port}/minh`,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal))
  return new Promise((done) => tests.once('exit', (code) => done(code ?? 1)))
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  clean()
}
