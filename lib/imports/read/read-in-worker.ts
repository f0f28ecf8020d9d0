import type { ChildProcess } from 'node:child_process'
import type { AppError } from '#lib/core/errors.ts'
import { unpackBatch } from './batch.ts'
import { watchMemory } from './reading-memory.ts'
import { type FromWorker, fromPlainError, type ToWorker, type WorkerOrder } from './reading-messages.ts'
import { borrowReader, endReader, returnReader } from './reading-process.ts'
import { refuse } from './refusal.ts'
import type { Batch, ReadHints, ReadSummary } from './types.ts'

export type WorkerReadOptions = ReadHints & {
  signal?: AbortSignal
  /** Rows in a batch (default 2 000). */
  batchSize?: number
  /** The read is ended when nothing was heard for this long (default 10 s); starting it and time in `onBatch` do not count. */
  stallMillis?: number
  /** Called now and then with the share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void
  /** Bytes the reading process may hold (default 256 MB). */
  maxMemory?: number
}

const mostMemory = 256 * 1024 * 1024
/** A busy machine was seen to take more than 10 s to start a process; the file has no part in that. */
const startMillis = 60_000
/** The status of a process whose heap is full, where it does not end by a signal. */
const heapExhausted = 134

const taken: ToWorker = { type: 'taken' }

const tooHeavy = (): AppError =>
  refuse('tooHeavy', 'The file needs more memory than reading a statement may take.')
const cancelled = () => refuse('cancelled', 'Reading the file was cancelled.')
const stalled = (seconds: number) =>
  refuse(
    'stalled',
    `Reading the file made no progress for ${seconds} seconds, so it was given up. Try it again, or export a shorter period.`,
    {
      seconds,
    },
  )

/**
 * Reads the statement file at `filePath` in a process of its own, with bounded memory: whatever the file does to it,
 * this one goes on. `onBatch` is awaited before more than one further batch is read. A rejection (AppError `invalid`, `needs_mapping`, `too_large`) may come after
 * batches were delivered: the caller must then drop them all.
 */
export async function readInWorker(
  filePath: string,
  options: WorkerReadOptions,
  onBatch: (batch: Batch) => Promise<void> | void,
): Promise<ReadSummary> {
  const {
    signal,
    batchSize = 2000,
    stallMillis = 10_000,
    onProgress,
    maxMemory = mostMemory,
    ...hints
  } = options
  if (signal?.aborted) throw cancelled()
  const order: WorkerOrder = { path: filePath, hints, batchSize }
  const reader = borrowReader()
  try {
    reader.send({ type: 'read', order } satisfies ToWorker)
    const summary = await follow(reader, { signal, stallMillis, onProgress, maxMemory }, onBatch)
    returnReader(reader)
    return summary
  } catch (error) {
    endReader(reader)
    throw error
  }
}

type Watch = Pick<WorkerReadOptions, 'signal' | 'onProgress'> & { stallMillis: number; maxMemory: number }

function follow(
  reader: ChildProcess,
  { signal, stallMillis, onProgress, maxMemory }: Watch,
  onBatch: (batch: Batch) => Promise<void> | void,
): Promise<ReadSummary> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadSummary>()
  let timer: NodeJS.Timeout | undefined
  let storing = Promise.resolve()
  let waiting = 0
  let patience = Math.max(stallMillis, startMillis)
  const watch = () => {
    clearTimeout(timer)
    if (waiting === 0) timer = setTimeout(() => reject(stalled(patience / 1000)), patience)
  }
  const abort = () => reject(cancelled())
  signal?.addEventListener('abort', abort, { once: true })

  const store = (batch: Batch) => {
    waiting++
    storing = storing
      .then(() => onBatch(batch))
      .then(() => {
        waiting--
        if (reader.connected) reader.send(taken)
        watch()
      })
    storing.catch(reject)
  }

  reader.on('message', (message: FromWorker) => {
    patience = stallMillis
    if (message.type === 'batch') store(unpackBatch(message.batch))
    else if (message.type === 'progress') onProgress?.(message.share)
    else if (message.type === 'refused') reject(fromPlainError(message.error))
    else if (message.type === 'failed') reject(new Error(`Reading the file failed: ${message.text}`))
    else if (message.type === 'done') storing.then(() => resolve(message.summary), reject)
    watch()
  })
  reader.on('error', reject)
  reader.on('exit', (code, by) => reject(asRefusal(code, by)))
  const unwatchMemory = watchMemory(reader.pid, maxMemory, () => reject(tooHeavy()))
  watch()
  return promise.finally(() => {
    clearTimeout(timer)
    unwatchMemory()
    signal?.removeEventListener('abort', abort)
  })
}

/** A process that was killed or gave itself up ran out of memory, the file's fault; another end is ours. */
const asRefusal = (code: number | null, by: NodeJS.Signals | null): Error =>
  by !== null || code === heapExhausted
    ? tooHeavy()
    : new Error(`The reading process ended with status ${code}.`)
