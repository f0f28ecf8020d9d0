import 'server-only'
import { syncWithAlerts } from '#lib/alerts/sync-with-alerts.ts'
import { tellOfSilence } from '#lib/alerts/tell-of-silence.ts'
import { jobScope } from '#lib/auth/process-scope.ts'
import { deleteExpiredSessions } from '#lib/auth/session.ts'
import { queueDueSyncs } from '#lib/connections/due.ts'
import { mailJobs } from '#lib/mail/jobs.ts'
import type { JobHandlers, Schedule } from '#lib/queue/types.ts'

/** Every job's handler; a job without one does not compile. */
export const handlers: JobHandlers = {
  ...mailJobs,
  'sessions.sweep': async () => {
    await deleteExpiredSessions()
  },
  'connections.sweep': async () => {
    const now = new Date()
    await queueDueSyncs(now)
    await tellOfSilence(now)
  },
  'connections.sync': async ({ householdId, userId, connectionId, trigger }) => {
    const scope = await jobScope(householdId, userId)
    if (scope) await syncWithAlerts(scope, connectionId, { trigger: trigger ?? 'schedule' })
  },
}

/** What runs by the clock, in UTC. */
export const schedule: readonly Schedule[] = [
  { job: 'mail.sweep', cron: '*/2 * * * *' },
  { job: 'connections.sweep', cron: '*/5 * * * *' },
  { job: 'sessions.sweep', cron: '17 3 * * *' },
]
