import 'server-only'
import { reportError } from '#lib/auth/report-error.ts'
import { failInterruptedRuns } from '#lib/imports/runs/interrupted.ts'
import { clearPassingFiles } from '#lib/imports/statement-file.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { runWorker } from './run-worker.ts'

/**
 * The worker inside the web process. The queue is there before the first request; a store that does not answer yet delays the
 * worker and nothing else. On SIGTERM running jobs are finished, within the time a stopping process has.
 */
export async function startInServer(): Promise<void> {
  await installQueue().catch((error: unknown) => reportError(error, 'jobs'))
  await clearPassingFiles().catch((error: unknown) => reportError(error, 'uploads'))
  await failInterruptedRuns().catch((error: unknown) => reportError(error, 'import runs'))
  const starting = runWorker().catch((error: unknown) => {
    reportError(error, 'jobs')
    return null
  })
  const stop = async (): Promise<void> => {
    const worker = await starting
    await worker?.stop()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
