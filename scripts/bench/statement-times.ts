import pg from 'pg'

/** Milliseconds and calls of one statement, named by its first words. */
export type StatementTime = { name: string; millis: number; calls: number }

type Query = (...given: unknown[]) => unknown

const nameOf = (given: unknown): string => {
  const text = typeof given === 'string' ? given : String((given as { text?: unknown }).text ?? '')
  return text.replace(/\s+/g, ' ').trim().slice(0, 70)
}

/** Runs `work` and says how long each statement of this process waited for the store, the longest first. */
export async function statementTimes(work: () => Promise<void>): Promise<StatementTime[]> {
  const times = new Map<string, StatementTime>()
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const plain = prototype.query
  prototype.query = function timed(this: unknown, ...given: unknown[]) {
    const start = performance.now()
    const result = plain.apply(this, given)
    const note = () => {
      const name = nameOf(given[0])
      const entry = times.get(name) ?? { name, millis: 0, calls: 0 }
      entry.millis += performance.now() - start
      entry.calls++
      times.set(name, entry)
    }
    if (result instanceof Promise) result.then(note, note)
    return result
  }
  try {
    await work()
  } finally {
    prototype.query = plain
  }
  return [...times.values()].sort((a, b) => b.millis - a.millis)
}
