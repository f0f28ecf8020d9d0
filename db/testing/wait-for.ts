import { setTimeout } from 'node:timers/promises'

/** Asks again until the answer is there; throws what it waited for after the deadline. For tests. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  deadlineMs = 20_000,
): Promise<T> {
  for (const giveUpAt = Date.now() + deadlineMs; Date.now() < giveUpAt; await setTimeout(20)) {
    const answer = await ask()
    if (answer) return answer
  }
  throw new Error(`Waited ${deadlineMs} ms for ${what}.`)
}
