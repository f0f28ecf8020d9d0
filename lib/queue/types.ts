/** Every job there is and what it carries. Data holds ids, never figures or addresses. */
export type Jobs = {
  'mail.send': { householdId: string; mailId: string }
  'mail.sweep': Record<string, never>
  'sessions.sweep': Record<string, never>
  'connections.sync': {
    householdId: string
    userId: string
    connectionId: string
    /** By the clock when absent. */
    trigger?: 'webhook'
  }
  'connections.sweep': Record<string, never>
}

export type JobName = keyof Jobs

export type EnqueueOptions = {
  /** Not before this instant; at once when absent. */
  startAfter?: Date
  /** For queues whose policy keeps one job per key. */
  key?: string
}

/** A handler may run twice for one job: it must find out from the store what is left to do. */
export type JobHandlers = { [Name in JobName]: (data: Jobs[Name], signal: AbortSignal) => Promise<void> }

export type Schedule = { job: JobName; cron: string }
