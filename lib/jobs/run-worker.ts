import 'server-only'
import { reportError } from '#lib/auth/report-error.ts'
import { startWorker, type Worker } from '#lib/queue/worker.ts'
import { handlers, schedule } from './handlers.ts'

/** Works on this instance's jobs until `stop`. Any number of processes may do so at the same time. */
export const runWorker = (): Promise<Worker> =>
  startWorker({ handlers, schedule, report: (error) => reportError(error, 'jobs') })
