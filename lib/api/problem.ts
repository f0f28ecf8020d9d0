import { isAppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'

const titles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'A token is needed',
  403: 'The token may not do this',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  422: 'Not valid',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'The store does not answer',
}

type Problem = { status: number; type: string; detail: string; extra?: Record<string, unknown> }

const respond = ({ status, type, detail, extra }: Problem, headers: Record<string, string> = {}): Response =>
  Response.json(
    { type: `https://minh.app/problems/${type}`, title: titles[status] ?? 'Error', status, detail, ...extra },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    },
  )

/** An error as an RFC 9457 problem document. What is not an AppError is a bug: it is logged under an id and kept quiet outside. */
export function problemResponse(error: unknown): Response {
  if (isAppError(error)) {
    const { errors, extra, retryAfterSeconds } = error.details
    return respond(
      {
        status: error.status,
        type: error.code.replaceAll('_', '-'),
        detail: error.message,
        extra: { ...(errors ? { errors } : {}), ...extra },
      },
      retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
    )
  }
  const id = newId()
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  process.stderr.write(`${JSON.stringify({ level: 'error', id, cause, at: new Date().toISOString() })}\n`)
  return respond({
    status: 500,
    type: 'internal',
    detail: `An unexpected error. Look for ${id} in the server's log.`,
    extra: { id },
  })
}
