import 'server-only'
import { mailJobs } from '#lib/mail/jobs.ts'
import type { JobHandlers, Schedule } from '#lib/queue/types.ts'

/** Every job's handler; a job without one does not compile. */
export const handlers: JobHandlers = { ...mailJobs }

/** What runs by the clock, in UTC. */
export const schedule: readonly Schedule[] = [{ job: 'mail.sweep', cron: '*/2 * * * *' }]
