import { createHash } from 'node:crypto'
import type { Capabilities } from './providers/port.ts'

/** A number in [0, 1) that is the same for the same text: jitter that a test can know and that spreads logins all the same. */
const spread = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32

const minutes = (count: number): number => count * 60_000

/** When to sync next by itself: the provider's pace, give or take a tenth, so that a thousand logins do not ask at once. */
export const nextSync = (capabilities: Capabilities, seed: string, now: Date): Date =>
  new Date(now.getTime() + minutes(capabilities.syncEveryMinutes) * (0.9 + 0.2 * spread(seed)))

const longest = minutes(24 * 60)

/** Within the first hour of the next day, UTC, of which requests are counted. */
export const nextDay = (seed: string, now: Date): Date =>
  new Date((Math.floor(now.getTime() / longest) + 1) * longest + minutes(60) * spread(seed))

/** When to try again after the `failures`th failure in a row: doubling from 5 minutes, with full jitter, at most a day. */
export function retryAt(failures: number, retryAfterSeconds: number | null, seed: string, now: Date): Date {
  const ceiling = Math.min(longest, minutes(5) * 2 ** Math.min(20, failures - 1))
  const wait = ceiling * (0.5 + 0.5 * spread(`${seed}${failures}`))
  return new Date(now.getTime() + Math.max(wait, (retryAfterSeconds ?? 0) * 1000))
}
