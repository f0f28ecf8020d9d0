import type { Batch } from './batches.ts'
import { frame, queryFrame } from './frames.ts'

/** The engine as bytes: runs a batch to its end, handing out the answer in pieces that it reuses. */
export type Engine = { run: (bytes: Uint8Array, onData: (piece: Uint8Array) => void) => Promise<void> }

/** One client at the turnstile. */
export type Visitor = {
  waiting: Batch[]
  gone: boolean
  receive: (piece: Uint8Array, batch: Batch) => void
  /** Called when it keeps a transaction open and says nothing for too long. */
  evict: () => void
}

export type Turnstile = {
  /** Tell that a visitor has work, or that it has gone. */
  wake: (visitor: Visitor) => void
  /** Runs `work` with nobody in a transaction. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
  stats: () => { waiting: number; inTransaction: boolean }
}

type Entry = { visitor: Visitor } | { work: () => Promise<void> }

/** `Z` and a transaction status end the answer of every finished cycle: `I` is "no transaction". */
const idleEnding = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

/**
 * Lets many clients use an engine with one session: a client keeps it from its first message until the
 * engine says that no transaction is open, and a client that leaves earlier is rolled back.
 */
export function createTurnstile(
  engine: Engine,
  idleLimitMs: number,
  onFatal: (error: unknown) => void,
): Turnstile {
  let line: Entry[] = []
  let owner: Visitor | null = null
  let busy = false
  let dead = false
  let idleTimer: NodeJS.Timeout | undefined

  const runBatch = async (visitor: Visitor, batch: Batch): Promise<void> => {
    let tail = Buffer.alloc(0)
    owner = visitor
    await engine.run(batch.bytes, (piece) => {
      tail = Buffer.concat([tail, piece.subarray(-6)]).subarray(-6)
      if (!visitor.gone) visitor.receive(piece, batch)
    })
    if (!batch.endsCycle || !tail.equals(idleEnding)) return
    owner = null
    if (visitor.waiting.length > 0) line.push({ visitor })
  }

  const rollBack = async (): Promise<void> => {
    owner = null
    await engine.run(Buffer.concat([frame('S'), queryFrame('ROLLBACK')]), () => undefined)
  }

  /** What to do next; null when there is nothing, or when the owner has to speak first. */
  const next = (): (() => Promise<void>) | null => {
    if (owner) {
      const current = owner
      if (current.gone) return rollBack
      const batch = current.waiting.shift()
      return batch ? () => runBatch(current, batch) : null
    }
    const entry = line.shift()
    if (!entry) return null
    if ('work' in entry) return entry.work
    const { visitor } = entry
    const batch = visitor.gone ? undefined : visitor.waiting.shift()
    if (!batch) return next()
    return () => runBatch(visitor, batch)
  }

  const step = async (): Promise<void> => {
    if (busy || dead) return
    clearTimeout(idleTimer)
    const task = next()
    if (!task) {
      const current = owner
      if (current) idleTimer = setTimeout(() => current.evict(), idleLimitMs).unref()
      return
    }
    busy = true
    try {
      await task()
    } catch (error) {
      dead = true
      onFatal(error)
      return
    }
    busy = false
    setImmediate(step)
  }

  return {
    wake: (visitor) => {
      if (visitor.gone) line = line.filter((entry) => !('visitor' in entry) || entry.visitor !== visitor)
      else if (visitor !== owner && !line.some((entry) => 'visitor' in entry && entry.visitor === visitor))
        line.push({ visitor })
      void step()
    },
    alone: (work) =>
      new Promise((resolve, reject) => {
        line.push({ work: () => work().then(resolve, reject) })
        void step()
      }),
    stats: () => ({ waiting: line.length, inTransaction: owner !== null }),
  }
}
