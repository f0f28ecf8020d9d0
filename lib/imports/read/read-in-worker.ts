import type { Worker } from 'node:worker_threads'
import { AppError } from '#lib/core/errors.ts'
import { unpackBatch } from './batch.ts'
import { borrowThread, returnThread } from './reading-thread.ts'
import { refuse } from './refusal.ts'
import type { Batch, ReadHints, ReadSummary } from './types.ts'
import { type FromWorker, fromPlainError, type ToWorker, type WorkerOrder } from './worker-messages.ts'

export type WorkerReadOptions = ReadHints & {
  signal?: AbortSignal
  /** Rows in a batch (default 2 000). */
  batchSize?: number
  /** The read is ended when nothing was heard for this long (default 10 s); time spent in `onBatch` does not count. */
  stallMillis?: number
  /** Called now and then with the share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void
}

const taken: ToWorker = { type: 'taken' }

const cancelled = () => refuse('cancelled', 'Reading the file was cancelled.')
const stalled = (seconds: number) =>
  refuse('stalled', `Reading the file made no progress for ${seconds} seconds, so it was given up.`, {
    seconds,
  })

/**
 * Reads the statement file at `filePath` in a worker thread, with bounded memory. `onBatch` is awaited before more
 * than one further batch is read. A rejection (AppError `invalid`, `needs_mapping`, `too_large`) may come after
 * batches were delivered: the caller must then drop them all.
 */
export async function readInWorker(
  filePath: string,
  options: WorkerReadOptions,
  onBatch: (batch: Batch) => Promise<void> | void,
): Promise<ReadSummary> {
  const { signal, batchSize = 2000, stallMillis = 10_000, onProgress, ...hints } = options
  if (signal?.aborted) throw cancelled()
  const order: WorkerOrder = { path: filePath, hints, batchSize }
  const worker = borrowThread()
  try {
    worker.postMessage({ type: 'read', order } satisfies ToWorker)
    const summary = await follow(worker, { signal, stallMillis, onProgress }, onBatch)
    await returnThread(worker)
    return summary
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

type Watch = Pick<WorkerReadOptions, 'signal' | 'onProgress'> & { stallMillis: number }

function follow(
  worker: Worker,
  { signal, stallMillis, onProgress }: Watch,
  onBatch: (batch: Batch) => Promise<void> | void,
): Promise<ReadSummary> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadSummary>()
  let timer: NodeJS.Timeout | undefined
  let storing = Promise.resolve()
  let waiting = 0
  const watch = () => {
    clearTimeout(timer)
    if (waiting === 0) timer = setTimeout(() => reject(stalled(stallMillis / 1000)), stallMillis)
  }
  const abort = () => reject(cancelled())
  signal?.addEventListener('abort', abort, { once: true })

  const store = (batch: Batch) => {
    waiting++
    storing = storing
      .then(() => onBatch(batch))
      .then(() => {
        waiting--
        worker.postMessage(taken)
        watch()
      })
    storing.catch(reject)
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'batch') store(unpackBatch(message.batch))
    else if (message.type === 'progress') onProgress?.(message.share)
    else if (message.type === 'refused') reject(fromPlainError(message.error))
    else storing.then(() => resolve(message.summary), reject)
    watch()
  })
  worker.on('error', (error) => reject(asRefusal(error)))
  worker.on('exit', (code) => reject(new Error(`The reading thread ended with status ${code}.`)))
  watch()
  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  })
}

/** Running out of the worker's memory is the file's fault; anything else is ours. */
function asRefusal(error: unknown): unknown {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return outOfMemory
    ? new AppError('invalid', 'The file needs more memory than reading a statement may take.', {
        messageKey: 'imports.errors.tooHeavy',
      })
    : error
}
