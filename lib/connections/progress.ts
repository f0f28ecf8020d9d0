/** How far a sync of this process is. What it came to is in `sync_runs`. */
export type SyncProgress = {
  runId: string
  phase: 'asking' | 'writing' | 'done'
  requests: number
  rows: number
}

const running = new Map<string, SyncProgress>()

export const tellProgress = (connectionId: string, progress: SyncProgress): void => {
  if (progress.phase === 'done') running.delete(connectionId)
  else running.set(connectionId, progress)
}

export const progressOf = (connectionId: string): SyncProgress | null => running.get(connectionId) ?? null
