/** How far a sync of this process is. What it came to is in `sync_runs`. */
export type SyncProgress = {
  runId: string
  phase: 'asking' | 'writing' | 'done'
  requests: number
  rows: number
}

const key = Symbol.for('minh.sync-progress')

/** One for the process: the bundler gives pages and routes a copy of this module each. */
function running(): Map<string, SyncProgress> {
  const host = globalThis as { [key]?: Map<string, SyncProgress> }
  host[key] ??= new Map()
  return host[key]
}

export const tellProgress = (connectionId: string, progress: SyncProgress): void => {
  if (progress.phase === 'done') running().delete(connectionId)
  else running().set(connectionId, progress)
}

export const progressOf = (connectionId: string): SyncProgress | null => running().get(connectionId) ?? null
