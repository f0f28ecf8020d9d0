import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { childEnvironment, type Env } from '#lib/env.ts'

const root = new URL('../', import.meta.url)
const path = (relative: string): string => fileURLToPath(new URL(relative, root))

export type WebProcess = {
  /** Resolves when the pages answer. */
  ready: Promise<void>
  /** Lets running requests finish for so long, then ends it. */
  stop: (patienceMs: number) => Promise<void>
}

type WebOptions = { dev: boolean; say: (text: string) => void; onGivenUp: (reason: Error) => void }

/** Throws, naming PORT or HOST, when nothing can listen there. */
export async function requireFreePort({ host, port }: Env): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES') throw new Error(`Port ${port} needs more rights. Choose one above 1023 with PORT.`)
    throw new Error(`HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`)
  } finally {
    await new Promise((resolve) => probe.close(resolve))
  }
}

const probeHost = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host)

async function accepts({ host, port }: Env): Promise<boolean> {
  const socket = new Socket()
  try {
    socket.connect(port, probeHost(host))
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Whether the pages and the store answer. Without a health route (an old build) listening is enough. */
async function healthy(settings: Env): Promise<boolean> {
  if (!(await accepts(settings))) return false
  const host = probeHost(settings.host)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}/api/v1/health`
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(5000) })
    return status === 200 || status === 404
  } catch {
    return false
  }
}

/** Collects sooner what an import leaves behind: 100,000 rows raise the peak by 130 MB instead of 320. Next's development server cannot pass these on. */
const smallHeap = ['--max-semi-space-size=8', '--heap-growing-percent=30']

/** Runs Next in a child process, and again with a growing pause when it crashes. */
export function startWeb(settings: Env, { dev, say, onGivenUp }: WebOptions): WebProcess {
  let stopping = false
  let crashes = 0
  let child: ChildProcess | undefined

  const start = (): void => {
    const args = [dev ? 'dev' : 'start', '-H', settings.host, '-p', String(settings.port)]
    const startedAt = Date.now()
    const started = fork(path('node_modules/next/dist/bin/next'), args, {
      cwd: path('.'),
      execArgv: [`--import=${new URL('scripts/end-with-parent.mjs', root).href}`, ...(dev ? [] : smallHeap)],
      env: childEnvironment({
        NODE_ENV: dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      }),
      stdio: ['ignore', dev ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    })
    child = started
    started.once('exit', (code, signal) => {
      if (stopping) return
      if (Date.now() - startedAt > 60_000) crashes = 0
      crashes += 1
      if (crashes > 8) {
        const hint = 'See the messages above; `npm run -s minh -- doctor` may help.'
        onGivenUp(new Error(`The web server does not stay up. ${hint}`))
        return
      }
      const pauseMs = Math.min(30_000, 250 * 2 ** crashes)
      say(`The web server ended (${signal ?? `exit ${code}`}); starting it again.`)
      void setTimeout(pauseMs, undefined, { ref: false }).then(() => {
        if (!stopping) start()
      })
    })
  }

  start()
  const answer = async (): Promise<void> => {
    for (const giveUpAt = Date.now() + 120_000; !stopping; await setTimeout(100)) {
      if (await healthy(settings)) return
      if (Date.now() > giveUpAt) throw new Error('The web server does not answer within two minutes.')
    }
  }
  return {
    ready: answer(),
    stop: async (patienceMs) => {
      stopping = true
      const last = child
      if (!last || last.exitCode !== null || last.signalCode !== null) return
      const gone = once(last, 'exit')
      last.kill('SIGTERM')
      if ((await Promise.race([gone, setTimeout(patienceMs, 'late', { ref: false })])) === 'late') {
        last.kill('SIGKILL')
        await gone
      }
    },
  }
}
