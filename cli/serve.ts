import { type Env, env } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/loopback.ts'
import { signUpState } from '#lib/onboarding/queries.ts'
import { startNightlyBackups } from '#lib/ops/nightly.ts'
import { type Store, startStore } from '#lib/ops/start-store.ts'
import { deriveKey } from '#lib/secrets/master-key.ts'
import { discardSetupToken, setupToken } from '#lib/secrets/setup-token.ts'
import { ensureBuilt } from '../scripts/build.mjs'
import { withProgress } from '../scripts/progress.mjs'
import { requireFreePort, startWeb } from './web-process.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** A stopping server has 30 seconds; the web process gets most of them, the database the rest. */
const webPatienceMs = 15_000

type Step = () => Promise<unknown> | unknown

/** What to undo, last first. */
function createShutdown(): { add: (step: Step) => void; run: () => Promise<void> } {
  const steps: Step[] = []
  let running: Promise<void> | undefined
  const runAll = async (): Promise<void> => {
    for (const step of steps.reverse()) {
      try {
        await step()
      } catch (error) {
        process.stderr.write(`${String(error)}\n`)
      }
    }
  }
  return {
    add: (step) => void steps.push(step),
    run: () => {
      running ??= runAll()
      return running
    },
  }
}

async function tellSetupToken(settings: Env): Promise<void> {
  const { gate, first } = await signUpState(settings)
  if (!first) discardSetupToken(settings.dataDir)
  if (gate === 'setupToken') say(`Set-up token, to create the first profile: ${setupToken(settings.dataDir)}`)
}

async function prepare(store: Store, dev: boolean): Promise<void> {
  const [count] = await Promise.all([
    withProgress('Bringing the database up to date', store.migrate()),
    dev ? Promise.resolve(false) : ensureBuilt(),
  ])
  if (count > 0) say(`Applied ${count} change${count === 1 ? '' : 's'} to the database.`)
}

async function main(): Promise<void> {
  const dev = process.argv.includes('--dev')
  const shutdown = createShutdown()
  const stop = async (status: number): Promise<void> => {
    await shutdown.run()
    process.exit(status)
  }
  let asked = false
  const onSignal = (): void => {
    if (!asked) say('Stopping …')
    asked = true
    void stop(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('disconnect', onSignal)
  try {
    const settings = env()
    for (const warning of settings.warnings) say(`Note: ${warning}`)
    await requireFreePort(settings)
    deriveKey('start-up')
    const store = await withProgress('Starting the database', startStore(settings, say))
    shutdown.add(store.stop)
    await prepare(store, dev)
    shutdown.add(startNightlyBackups(settings, say))
    await tellSetupToken(settings)
    const onGivenUp = (reason: Error): void => {
      process.stderr.write(`${reason.message}\n`)
      void stop(1)
    }
    const web = startWeb(settings, { dev, say, onGivenUp })
    shutdown.add(() => web.stop(webPatienceMs))
    await withProgress('Starting the web server', web.ready)
    if (asked) return
    say(`Ready at ${settings.publicUrl}`)
    if (!isLoopbackHost(settings.host)) say(`Listening on ${settings.host}, port ${settings.port}.`)
  } catch (error) {
    if (asked) return
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stop(1)
  }
}

await main()
