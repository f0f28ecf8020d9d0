import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DatabaseHealth, DatabaseState } from './health.ts'
import { LockedError } from './lock.ts'
import { type ChildOptions, type FromChild, type FromSupervisor, fromChild } from './messages.ts'

export type SupervisorOptions = ChildOptions & {
  /** A database that answers nothing for so long is killed and started again. */
  deadlineMs: number
  /** Opening may replay a long log. */
  openingMs: number
  onEvent: (text: string) => void
}

export type Supervisor = {
  /** Resolves when the database listens; rejects (LockedError, Error) when it cannot be opened. */
  start: () => Promise<void>
  stop: () => Promise<void>
  health: () => DatabaseHealth
  /** The process that has the database open now. */
  pid: () => number | undefined
  /** A long statement is coming (a migration): wait this long before calling it hung; without a figure, as at first. */
  setDeadline: (milliseconds?: number) => void
}

const childFile = fileURLToPath(new URL('./child.ts', import.meta.url))
const longestPauseMs = 10_000

/** Runs the database in a child process and keeps it running. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { onEvent, openingMs, deadlineMs: firstDeadline, ...childOptions } = options
  let deadlineMs = firstDeadline
  let state: DatabaseState = 'stopped'
  let lastProblem: string | null = null
  let restarts = 0
  let failuresInARow = 0
  let child: ChildProcess | undefined
  let pause: NodeJS.Timeout | undefined
  let stopping = false

  const say = (message: FromSupervisor): void => {
    if (child?.connected) child.send(message, () => undefined)
  }

  /** One life of the child. `opened` settles once: listening, or why not. */
  const spawn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const started = fork(childFile, [JSON.stringify(childOptions)], {
        execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      child = started
      let lastSign = Date.now()
      let ready = false
      const watch = setInterval(
        () => {
          if (Date.now() - lastSign > (ready ? deadlineMs : openingMs)) {
            lastProblem = `no answer for ${Math.round((Date.now() - lastSign) / 1000)} s`
            started.kill('SIGKILL')
          } else say({ kind: 'ping' })
        },
        Math.min(1000, deadlineMs / 4),
      )
      const onMessage = (message: FromChild): void => {
        lastSign = Date.now()
        if (message.kind === 'ready') {
          ready = true
          state = 'ready'
          resolve()
        } else if (message.kind === 'locked') reject(new LockedError(options.dataDir, message.owner))
        else if (message.kind === 'failed') reject(new Error(message.message))
        else failuresInARow = 0
      }
      started.on('message', (message) => onMessage(fromChild.parse(message)))
      started.once('error', reject)
      started.once('exit', (code, signal) => {
        clearInterval(watch)
        if (child === started) child = undefined
        if (!ready) reject(new Error(`The database could not be opened (${signal ?? `exit ${code}`}).`))
        else if (!stopping) comeBack(lastProblem ?? `ended (${signal ?? `exit ${code}`})`)
      })
    })

  const comeBack = (problem: string): void => {
    state = 'restarting'
    lastProblem = problem
    restarts += 1
    const waitMs = Math.min(longestPauseMs, 100 * 2 ** failuresInARow)
    failuresInARow += 1
    onEvent(`The database ${problem}; starting it again.`)
    pause = setTimeout(() => {
      spawn().then(
        () => onEvent('The database is back.'),
        (error: unknown) => {
          if (!stopping) comeBack(error instanceof Error ? error.message : String(error))
        },
      )
    }, waitMs)
  }

  const health = (): DatabaseHealth => ({ state, restarts, lastProblem })
  return {
    start: async () => {
      state = 'starting'
      try {
        await spawn()
      } catch (error) {
        state = 'failed'
        throw error
      }
    },
    stop: async () => {
      stopping = true
      clearTimeout(pause)
      const last = child
      if (last) {
        const gone = new Promise<void>((resolve) => last.once('exit', () => resolve()))
        const patience = setTimeout(() => last.kill('SIGKILL'), 15_000)
        say({ kind: 'stop' })
        await gone
        clearTimeout(patience)
      }
      state = 'stopped'
    },
    health,
    pid: () => child?.pid,
    setDeadline: (milliseconds = firstDeadline) => {
      deadlineMs = milliseconds
    },
  }
}
