import type { Batch, ReadHints, ReadSummary } from './types.ts'

export type WorkerReadOptions = ReadHints & {
  signal?: AbortSignal
  /** Rows in a batch (default 2 000). */
  batchSize?: number
  /** The read is ended when nothing was heard for this long (default 10 s); time spent in `onBatch` does not count. */
  stallMillis?: number
}

/**
 * Reads the statement file at `path` in a worker thread, with bounded memory. `onBatch` is awaited before the next
 * batch is sent. A rejection (AppError `invalid`, `needs_mapping`, `too_large`) may come after batches were
 * delivered: the caller must then drop them all.
 */
export async function readInWorker(
  path: string,
  options: WorkerReadOptions,
  onBatch: (batch: Batch) => Promise<void> | void,
): Promise<ReadSummary> {
  void onBatch
  throw new Error(`Reading ${path} as ${options.fileName} is not possible yet.`)
}
