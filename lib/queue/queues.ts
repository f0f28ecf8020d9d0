import type { JobName } from './types.ts'

export type QueueSettings = {
  policy: 'standard' | 'exclusive'
  retryLimit: number
  retryDelay: number
  retryBackoff: boolean
  retryDelayMax: number
  expireInSeconds: number
  deleteAfterSeconds: number
}

const day = 86_400

const usual: QueueSettings = {
  policy: 'standard',
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 120,
  deleteAfterSeconds: day,
}

/** How each queue treats its jobs; seconds throughout. A scheduled sweep is never worth two at a time, nor a retry. */
export const queues: Record<JobName, QueueSettings> = {
  'mail.send': usual,
  'mail.sweep': { ...usual, policy: 'exclusive', retryLimit: 0 },
  'sessions.sweep': { ...usual, policy: 'exclusive', retryLimit: 0 },
  'connections.sync': { ...usual, policy: 'exclusive', retryLimit: 0, expireInSeconds: 720 },
  'connections.sweep': { ...usual, policy: 'exclusive', retryLimit: 0 },
}

export const jobNames = Object.keys(queues) as JobName[]
