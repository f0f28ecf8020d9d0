import { closeConnections } from '#db/client.ts'
import { isDatabaseAway } from '#db/embedded/health.ts'
import { isAppError } from '#lib/core/errors.ts'
import { runWorker } from '#lib/jobs/run-worker.ts'
import { installQueue } from '#lib/queue/boss.ts'

/** `npm run worker`: works on jobs beside a running server, until SIGTERM. */
async function main(): Promise<void> {
  await installQueue()
  const worker = await runWorker()
  process.stdout.write('The worker is ready. Stop it with Ctrl+C.\n')
  const stop = async (): Promise<void> => {
    process.stdout.write('Finishing running jobs…\n')
    await worker.stop()
    await closeConnections()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  const absent = isDatabaseAway(error) || (isAppError(error) && error.code === 'unavailable')
  const message = absent
    ? 'The database does not answer. Start the server first (npm start), or set DATABASE_URL.'
    : error instanceof Error
      ? error.message
      : String(error)
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
