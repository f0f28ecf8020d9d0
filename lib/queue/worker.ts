import 'server-only'
import type { PgBoss } from 'pg-boss'
import { isDatabaseAway } from '#db/embedded/health.ts'
import { createBoss, ensureQueues } from './boss.ts'
import { jobNames } from './queues.ts'
import type { JobHandlers, JobName, Jobs, Schedule } from './types.ts'

export type WorkerOptions = {
  handlers: JobHandlers
  schedule: readonly Schedule[]
  /** Where failures of the queue itself are told; a store that is being restarted is not one. */
  report: (error: unknown) => void
  pollSeconds?: number
}

export type Worker = { stop: () => Promise<void> }

/** Within the 30 s that a stopping process has, with room for the connections to close. */
const drainMillis = 20_000

/** pg-boss tells of a failure as a plain copy of its error. */
function asError(failure: unknown): Error {
  if (failure instanceof Error) return failure
  const message = typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'message') : failure
  return Object.assign(new Error(String(message)), failure)
}

/** A store that is being restarted is no news: the worker polls again. */
function isQuiet(error: Error): boolean {
  return isDatabaseAway(error) || ('code' in error && error.code === 'unavailable')
}

/** Works on jobs until stopped: polls (no LISTEN), survives restarts of the database, keeps the schedule. */
export async function startWorker({
  handlers,
  schedule,
  report,
  pollSeconds = 1,
}: WorkerOptions): Promise<Worker> {
  const boss = createBoss({ supervise: true, schedule: true })
  const tell = (failure: unknown): void => {
    const error = asError(failure)
    if (!isQuiet(error)) report(error)
  }
  boss.on('error', tell)
  await boss.start({ attempts: 10 })
  await ensureQueues(boss)
  for (const name of jobNames) await listen(boss, name, handlers, tell, pollSeconds)
  for (const { job, cron } of schedule) await boss.schedule(job, cron)
  let stopped: Promise<void> | undefined
  return {
    stop: () => {
      stopped ??= boss.stop({ graceful: true, close: false, timeout: drainMillis })
      return stopped
    },
  }
}

async function listen<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handlers: JobHandlers,
  tell: (failure: unknown) => void,
  pollSeconds: number,
): Promise<void> {
  const handler = handlers[name]
  await boss.work<Jobs[Name]>(name, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async (jobs) => {
    for (const job of jobs) {
      try {
        await handler(job.data, job.signal)
      } catch (error) {
        tell(error)
        throw error
      }
    }
  })
}
