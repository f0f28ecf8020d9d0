import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

const workerFile = 'lib/imports/read/worker.ts'
const keptMillis = 30_000

/** The thread that waits for the next file: a preview is followed by its import, and starting one takes 0.2 s. */
let idle: { thread: Worker; end: () => void } | null = null

/** A thread that reads statements, ready for an order: the one that waits, else a new one. Its memory is bounded. */
export function borrowThread(): Worker {
  if (idle) {
    const { thread, end } = idle
    idle = null
    end()
    thread.ref()
    return thread
  }
  // A plain path, not import.meta.url: a bundler would rewrite it, and the worker runs the source as it is.
  return new Worker(pathToFileURL(path.join(process.cwd(), workerFile)), {
    execArgv: ['--conditions=react-server'],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  })
}

/** By name: the thread listens to itself for when listeners come and go. */
const forget = (thread: Worker): void => {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
}

/** Takes back a thread that finished its file cleanly; any other must be terminated. It ends after half a minute without work. */
export async function returnThread(thread: Worker): Promise<void> {
  forget(thread)
  if (idle) {
    await thread.terminate()
    return
  }
  const drop = () => {
    if (idle?.thread === thread) idle = null
    clearTimeout(timer)
    void thread.terminate()
  }
  const timer = setTimeout(drop, keptMillis).unref()
  thread.once('error', drop)
  thread.once('exit', drop)
  thread.unref()
  const end = () => {
    clearTimeout(timer)
    forget(thread)
  }
  idle = { thread, end }
}
