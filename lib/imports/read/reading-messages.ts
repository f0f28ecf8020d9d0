import { AppError, type AppErrorDetails, type ErrorCode, isAppError } from '#lib/core/errors.ts'
import type { PackedBatch } from './batch.ts'
import type { ReadHints, ReadSummary } from './types.ts'

/** One file for the reading process. */
export type WorkerOrder = { path: string; hints: ReadHints; batchSize: number }

/** An AppError as plain data: classes do not cross processes. */
export type PlainError = { code: ErrorCode; message: string; details: AppErrorDetails }

export type FromWorker =
  /** The process is up and has the order. */
  | { type: 'begun' }
  | { type: 'batch'; batch: PackedBatch }
  | { type: 'progress'; share: number }
  | { type: 'done'; summary: ReadSummary }
  | { type: 'refused'; error: PlainError }
  /** A fault of ours, with its stack. */
  | { type: 'failed'; text: string }

/** A file to read, when none is under way; and for every batch of it that was taken. */
export type ToWorker = { type: 'read'; order: WorkerOrder } | { type: 'taken' }

export const toPlainError = (error: unknown): PlainError | null =>
  isAppError(error) ? { code: error.code, message: error.message, details: error.details } : null

export const fromPlainError = ({ code, message, details }: PlainError): AppError =>
  new AppError(code, message, details)
