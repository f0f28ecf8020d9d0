import { setTimeout } from 'node:timers/promises'

export type Clock = { millis: () => number; wait: (millis: number, signal?: AbortSignal) => Promise<void> }

const clock: Clock = {
  millis: () => performance.now(),
  wait: (millis, signal) => setTimeout(millis, undefined, signal ? { signal } : {}),
}

/** Lets callers through one after the other, at most `perSecond` of them in a second, in the order they came. */
export function pacer(
  perSecond: number,
  { millis, wait }: Clock = clock,
): (signal?: AbortSignal) => Promise<void> {
  let free = Number.NEGATIVE_INFINITY
  return async (signal) => {
    const now = millis()
    const turn = Math.max(now, free)
    free = turn + 1000 / perSecond
    if (turn > now) await wait(turn - now, signal)
  }
}

const pacers = new Map<string, ReturnType<typeof pacer>>()

/** The pacer of a provider, one for all its logins: providers count the requests of an address. */
export function pacerOf(provider: string, perSecond: number): ReturnType<typeof pacer> {
  const known = pacers.get(provider) ?? pacer(perSecond)
  pacers.set(provider, known)
  return known
}
