import type { AppError, ErrorCode } from '#lib/core/errors.ts'

const titles: Record<ErrorCode, string> = {
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  invalid: 'Not valid',
  needs_mapping: 'The columns need a mapping',
  conflict: 'Conflict',
  too_large: 'Too large',
  rate_limited: 'Too many requests',
  unavailable: 'Not available',
}

const answer = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })

/** RFC 9457 for an expected error; 429 and 503 say when to come back, 401 how to authenticate. */
export function problemResponse(error: AppError, detail: string = error.message): Response {
  const { errors, retryAfterSeconds, extra } = error.details
  const headers: Record<string, string> = {}
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  if (error.code === 'unauthenticated') headers['www-authenticate'] = 'Bearer'
  return answer(
    error.status,
    {
      ...extra,
      type: `urn:minh:problem:${error.code.replaceAll('_', '-')}`,
      title: titles[error.code],
      status: error.status,
      detail,
      ...(errors ? { errors } : {}),
    },
    headers,
  )
}

/** For a bug: nothing about it but the number under which it was logged. */
export const unexpectedResponse = (id: string): Response =>
  answer(500, {
    type: 'urn:minh:problem:unexpected',
    title: 'Unexpected error',
    status: 500,
    detail: `Something went wrong. The log has it under ${id}.`,
    id,
  })
