import { createHash } from 'node:crypto'
import type { ImportProgress } from '../types.ts'
import { type ImportRun, isOpen } from './types.ts'

/** A run that this process does or has just done. */
export type LiveRun = {
  run: ImportRun
  householdId: string
  /** The session that began it, as a digest: it may ask how far the run is while the store is busy with it. */
  door: string | null
  controller: AbortController
  endedAt: number | null
  /** Settles when the run has ended and its row says so. */
  ended: Promise<void>
}

type Registry = { runs: Map<string, LiveRun>; turns: Map<string, Promise<void>> }

const key = Symbol.for('minh.import-runs')
const keptMillis = 10 * 60_000

/** One for the process: the bundler gives pages and routes a copy of this module each. */
function registry(): Registry {
  const host = globalThis as { [key]?: Registry }
  host[key] ??= { runs: new Map(), turns: new Map() }
  return host[key]
}

export const doorOf = (sessionToken: string): string =>
  createHash('sha256').update(sessionToken).digest('base64url')

export const findLive = (id: string): LiveRun | null => registry().runs.get(id) ?? null

export const liveOf = (householdId: string): LiveRun[] =>
  [...registry().runs.values()].filter((live) => live.householdId === householdId)

/** The runs this session began, while one of them is under way in this process; null when the store must be asked. */
export function liveBehind(door: string): LiveRun[] | null {
  const own = [...registry().runs.values()].filter((live) => live.door === door)
  return own.some((live) => isOpen(live.run)) ? own : null
}

export function addLive(live: LiveRun, now: number): void {
  const { runs } = registry()
  for (const [id, old] of runs) if (old.endedAt !== null && now - old.endedAt > keptMillis) runs.delete(id)
  runs.set(live.run.id, live)
}

export const tellLive = (live: LiveRun, progress: ImportProgress): void => {
  live.run = { ...live.run, progress }
}

/** Runs of one household take turns, so that a file sees what the file before it stored. */
export function takeTurn(householdId: string, work: () => Promise<void>): Promise<void> {
  const { turns } = registry()
  const turn = (turns.get(householdId) ?? Promise.resolve()).then(work)
  turns.set(householdId, turn)
  return turn.finally(() => {
    if (turns.get(householdId) === turn) turns.delete(householdId)
  })
}

/** Stops a run before its transaction ends; one that is stored already stays. Returns whether there was one to stop. */
export function cancelLive(live: LiveRun): boolean {
  if (!isOpen(live.run) || live.controller.signal.aborted) return false
  live.run =
    live.run.state === 'queued' ? { ...live.run, state: 'cancelled' } : { ...live.run, cancelling: true }
  live.controller.abort()
  return true
}
