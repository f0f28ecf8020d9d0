import 'server-only'
import { deleteExpiredSessions } from '#lib/auth/session.ts'
import { mailJobs } from '#lib/mail/jobs.ts'
import type { JobHandlers, Schedule } from '#lib/queue/types.ts'

/** Every job's handler; a job without one does not compile. */
export const handlers: JobHandlers = {
  ...mailJobs,
  'sessions.sweep': async () => {
    await deleteExpiredSessions()
  },
}

/** What runs by the clock, in UTC. */
export const schedule: readonly Schedule[] = [
  { job: 'mail.sweep', cron: '*/2 * * * *' },
  { job: 'sessions.sweep', cron: '17 3 * * *' },
]
