import 'server-only'
import { syncWithAlerts } from '#lib/alerts/sync-with-alerts.ts'
import { tellOfSilence } from '#lib/alerts/tell-of-silence.ts'
import { jobScope } from '#lib/auth/process-scope.ts'
import { deleteExpiredSessions } from '#lib/auth/session.ts'
import { queueDueSyncs } from '#lib/connections/due.ts'
import { deleteOldAttempts } from '#lib/connections/link-attempts.ts'
import { isAppError } from '#lib/core/errors.ts'
import { mailJobs } from '#lib/mail/jobs.ts'
import type { JobHandlers, Schedule } from '#lib/queue/types.ts'

/** A login that was ended, or whose household is gone, after its sync was queued: there is nothing to do, and nothing wrong. */
function unlessEnded(error: unknown): void {
  if (!isAppError(error) || (error.code !== 'conflict' && error.code !== 'not_found')) throw error
}

/** Every job's handler; a job without one does not compile. */
export const handlers: JobHandlers = {
  ...mailJobs,
  'sessions.sweep': async () => {
    await deleteExpiredSessions()
    await deleteOldAttempts(new Date())
  },
  'connections.sweep': async () => {
    const now = new Date()
    await queueDueSyncs(now)
    await tellOfSilence(now)
  },
  'connections.sync': async ({ householdId, userId, connectionId, trigger }) => {
    const scope = await jobScope(householdId, userId)
    if (!scope) return
    await syncWithAlerts(scope, connectionId, { trigger: trigger ?? 'schedule' }).catch(unlessEnded)
  },
}

/** What runs by the clock, in UTC. */
export const schedule: readonly Schedule[] = [
  { job: 'mail.sweep', cron: '*/2 * * * *' },
  { job: 'connections.sweep', cron: '*/5 * * * *' },
  { job: 'sessions.sweep', cron: '17 3 * * *' },
]
