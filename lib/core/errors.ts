/** Every failure a person or a program may meet on purpose. Anything else is a bug. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'needs_mapping'
  | 'conflict'
  | 'too_large'
  | 'rate_limited'
  | 'unavailable'

export type FieldError = { path: string; message: string }

export type AppErrorDetails = {
  /** A key under `errors.` of the message catalogue, so that pages can say it in the person's language. */
  messageKey?: string
  values?: Record<string, string | number>
  errors?: FieldError[]
  retryAfterSeconds?: number
  /** Extra members of the problem document (RFC 9457), safe to show. */
  extra?: Record<string, unknown>
}

const statusOf: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  needs_mapping: 422,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
}

/** An expected failure: a code, an English sentence for logs and the API, and what a page needs to translate it. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: AppErrorDetails

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }

  get status(): number {
    return statusOf[this.code]
  }
}

export const notFound = (what: string): AppError => new AppError('not_found', `${what} was not found.`)

export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && 'code' in error

/** For states the types cannot exclude but the code does. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`)
}
