import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

const childFile = 'lib/imports/read/reading-child.ts'
const keptMillis = 30_000

/** The process that waits for the next file: a preview is followed by its import, and starting one takes 0.3 s. */
let idle: { reader: ChildProcess; end: () => void } | null = null

/**
 * A process that reads statements, ready for an order: the one that waits, else a new one. A process and no thread: a
 * thread that runs out of its heap was seen to take the whole server with it.
 */
export function borrowReader(): ChildProcess {
  if (idle) {
    const { reader, end } = idle
    idle = null
    end()
    reader.ref()
    reader.channel?.ref()
    return reader
  }
  // A plain path, not import.meta.url: a bundler would rewrite it, and the child runs the source as it is.
  return fork(/* turbopackIgnore: true */ path.join(process.cwd(), childFile), [], {
    execArgv: [
      '--conditions=react-server',
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=160',
      '--max-semi-space-size=8',
    ],
    // Nothing of the server's secrets: what it reads was written by a stranger.
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** By name: the process listens to itself for when listeners come and go. */
const forget = (reader: ChildProcess): void => {
  for (const event of ['message', 'error', 'exit']) reader.removeAllListeners(event)
}

/** Ends a reader at once, whatever it is doing. */
export function endReader(reader: ChildProcess): void {
  forget(reader)
  reader.on('error', () => undefined)
  reader.kill('SIGKILL')
}

/** Takes back a reader that finished its file cleanly; any other must be ended. It ends after half a minute without work. */
export function returnReader(reader: ChildProcess): void {
  if (idle || !reader.connected) {
    endReader(reader)
    return
  }
  forget(reader)
  const drop = () => {
    if (idle?.reader === reader) idle = null
    clearTimeout(timer)
    endReader(reader)
  }
  const timer = setTimeout(drop, keptMillis).unref()
  reader.once('error', drop)
  reader.once('exit', drop)
  reader.unref()
  reader.channel?.unref()
  const end = () => {
    clearTimeout(timer)
    forget(reader)
  }
  idle = { reader, end }
}
