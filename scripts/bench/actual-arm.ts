import { type ChildProcess, execFile, fork } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packageDir = path.resolve('.build/bench-actual')
const childFile = fileURLToPath(new URL('./actual-child.mjs', import.meta.url))
const longestMillis = 300_000

export type ActualArm = {
  /** A fresh local budget with one account. */
  open: (name: string) => Promise<void>
  /** Milliseconds of `importTransactions`, or null when it took longer than five minutes: then nothing more can be asked. */
  importRows: (file: string, expected: { added: number }) => Promise<number | null>
  close: () => void
}

type Machine = { node: string; headers: string | null }

/** The machine's own Node that has headers to compile its SQLite against; else the one that runs this. */
function findNode(): Machine {
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((dir) => !dir.includes('node_modules'))
  for (const folder of folders) {
    const file = path.join(folder, 'node')
    if (!existsSync(file)) continue
    const node = realpathSync(file)
    const prefix = path.dirname(path.dirname(node))
    if (existsSync(path.join(prefix, 'include/node/node_version.h'))) return { node, headers: prefix }
  }
  return { node: process.execPath, headers: null }
}

/** Not synchronously: the store is watched from this process, and would be taken for dead meanwhile. */
async function install({ node, headers }: Machine): Promise<void> {
  if (existsSync(path.join(packageDir, 'node_modules/@actual-app/api/package.json'))) return
  mkdirSync(packageDir, { recursive: true })
  const manifest = { name: 'bench-actual', private: true, allowScripts: { 'better-sqlite3': true } }
  writeFileSync(path.join(packageDir, 'package.json'), JSON.stringify(manifest))
  await promisify(execFile)(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '@actual-app/api@26'],
    {
      cwd: packageDir,
      env: {
        ...process.env,
        PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
        ...(headers ? { npm_config_nodedir: headers } : {}),
      },
      timeout: 600_000,
    },
  )
}

type Answer = { result: { millis?: number; added?: number } } | { problem: string }

/** The next answer of the child; null when none came in time. */
function nextAnswer(child: ChildProcess, millis: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      resolve(answer)
    }
    const timer = setTimeout(() => settle(null), millis)
    child.once('message', (message: Answer) => settle(message))
    child.once('exit', (code) => settle({ problem: `the process ended with status ${code}` }))
  })
}

/** Installs `@actual-app/api` beside the project when it is not there, and runs it in a process; null when it does not run here. */
export async function startActual(dataDir: string, print: (line: string) => void): Promise<ActualArm | null> {
  const machine = findNode()
  try {
    await install(machine)
  } catch (error) {
    print(`!! NO COMPARISON WITH ACTUAL: it could not be installed (${String(error).split('\n')[0]})`)
    return null
  }
  const child = fork(childFile, [packageDir, dataDir], {
    execPath: machine.node,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = await nextAnswer(child, 30_000)
  if (!ready || 'problem' in ready) {
    print(`!! NO COMPARISON WITH ACTUAL: it does not run here (${ready ? ready.problem : 'no answer'})`)
    child.kill('SIGKILL')
    return null
  }
  const ask = async (message: object): Promise<{ millis?: number; added?: number } | null> => {
    const answer = nextAnswer(child, longestMillis)
    child.send(message)
    const given = await answer
    if (given && 'problem' in given) throw new Error(`Actual: ${given.problem}`)
    if (!given) child.kill('SIGKILL')
    return given?.result ?? null
  }
  return {
    open: async (name) => void (await ask({ job: 'open', name })),
    importRows: async (file, expected) => {
      const result = await ask({ job: 'import', path: file })
      if (result && result.added !== expected.added)
        throw new Error(`Actual added ${result.added} rows in place of ${expected.added}.`)
      return result?.millis ?? null
    },
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}
