// `npm start`: installs what is missing, then hands over to cli/serve.ts on the project's own Node. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, projectNode } from './install.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const say = (text) => process.stderr.write(`${text}\n`)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 11)) {
  say(`Minh starts on Node 20.11 or newer; this is ${process.versions.node}. Install a newer Node.`)
  process.exit(1)
}

try {
  await ensureInstalled()
} catch (error) {
  say(error.message)
  say('The installation did not finish. Check the network and the free disk space, then start again.')
  process.exit(1)
}

const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
const server = spawn(projectNode, [...flags, join(root, 'cli', 'serve.ts'), ...process.argv.slice(2)], {
  cwd: root,
  // The channel tells the server when this process is gone.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
// npm's shell dies of a signal without passing it on: a changed parent is that signal.
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM')
  }, 500).unref()
server.once('error', (error) => {
  say(error.message)
  process.exit(1)
})
server.once('exit', (code) => process.exit(code ?? 1))
