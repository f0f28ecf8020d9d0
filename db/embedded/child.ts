import { rmSync, writeFileSync } from 'node:fs'
import { openEngine } from './engine.ts'
import { acquireLock, LockedError } from './lock.ts'
import { startMaintenance } from './maintenance.ts'
import { type ChildOptions, childOptions, type FromChild, fromSupervisor } from './messages.ts'
import { embeddedPaths, ensurePrivateDir } from './paths.ts'
import { createTurnstile } from './turnstile.ts'
import { createWireServer } from './wire-server.ts'

const maintenanceEveryMs = 60_000

const tell = (message: FromChild): void => {
  // A supervisor that has just gone is told nothing; the closed channel ends this process.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

/** Opens the database of a data folder and serves it until told to stop; the lock comes first. */
async function serve(options: ChildOptions): Promise<() => Promise<void>> {
  const paths = embeddedPaths(options.dataDir)
  for (const folder of [paths.dataDir, paths.socketDir]) ensurePrivateDir(folder)
  const lock = acquireLock(paths)
  if (!options.memory) ensurePrivateDir(paths.databaseDir)
  const opened = await openEngine(options.memory ? null : paths.databaseDir)
  const turnstile = createTurnstile(opened.engine, options.idleInTransactionMs, (error) => {
    process.stderr.write(`The database stopped: ${String(error)}\n`)
    process.exit(1)
  })
  const { greeting } = opened
  const server = createWireServer({ turnstile, greeting, maxConnections: options.maxConnections })
  const unix = process.platform !== 'win32'
  rmSync(paths.socketFile, { force: true })
  const port = await server.listen(unix ? paths.socketFile : null)
  if (!unix) writeFileSync(paths.addressFile, JSON.stringify({ host: '127.0.0.1', port }), { mode: 0o600 })
  const endMaintenance = startMaintenance(turnstile, opened.exec, maintenanceEveryMs)
  return async () => {
    endMaintenance()
    await server.close()
    await turnstile.alone(() => opened.exec('CHECKPOINT'))
    await opened.close()
    rmSync(paths.socketDir, { recursive: true, force: true })
    lock.release()
  }
}

const failureOf = (error: unknown): FromChild => {
  if (error instanceof LockedError) return { kind: 'locked', owner: error.owner }
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
}

/** Runs in the child process. Signals are for the server, which stops this process last. */
async function main(): Promise<void> {
  process.umask(0o077)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  let stop: (() => Promise<void>) | undefined
  let asked = false
  const end = (): void => {
    const first = !asked
    asked = true
    // While it is still opening, the end comes right after.
    if (!first || !stop) return
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The database did not close cleanly: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('disconnect', end)
  process.on('message', (message) => {
    if (fromSupervisor.parse(message).kind === 'ping') tell({ kind: 'pong' })
    else end()
  })
  try {
    stop = await serve(childOptions.parse(JSON.parse(process.argv[2] ?? '{}')))
  } catch (error) {
    tell(failureOf(error))
    process.exit(1)
  }
  if (asked || !process.connected) {
    asked = false
    end()
  } else tell({ kind: 'ready' })
}

await main()
