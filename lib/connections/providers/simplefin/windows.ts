const day = 86_400

/** How far back a first pull goes, how long one request's range is, and by how much ranges overlap; in days. */
export const reach = { history: 365, window: 45, overlap: 5 }

/** A range of one request in epoch seconds: `start` is included, `end` is not. */
export type Window = { start: number; end: number }

/**
 * The ranges to ask for, newest first: always the last 45 days, and further back to `since` (null: a year) with the overlap.
 * The first one ends tomorrow, so that rows booked ahead are in it.
 */
export function windowsSince(since: number | null, now: Date): Window[] {
  const midnight = Math.floor(now.getTime() / 1000 / day) * day
  const oldest = since === null ? midnight - reach.history * day : since - reach.overlap * day
  const windows: Window[] = []
  let end = midnight + 2 * day
  do {
    const start = end - reach.window * day
    windows.push({ start, end })
    end = start + reach.overlap * day
  } while ((windows.at(-1)?.start ?? 0) > oldest)
  return windows
}
