import type { ImportProgress } from '../types.ts'

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** One import that was started from the page, as it is sent to the browser. */
export type ImportRun = {
  id: string
  /** The staged file it imports. */
  upload: string
  fileName: string
  state: RunState
  /** How far it is; null while it waits, when it ended, and when another process does it. */
  progress: ImportProgress | null
  /** A cancel was asked for and is being carried out. */
  cancelling: boolean
  /** What it became; only when `done`. */
  importId: string | null
  /** Why it failed, in the person's language; nothing was stored then. */
  error: string | null
}

export const isOpen = (run: Pick<ImportRun, 'state'>): boolean =>
  run.state === 'queued' || run.state === 'running'
