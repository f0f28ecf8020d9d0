import type { z } from 'zod'
import {
  EgressError,
  type OutboundFetch,
  type OutboundRequest,
  type OutboundResponse,
} from '#lib/privacy/types.ts'
import { ProviderError } from './provider-error.ts'

/** Seconds of a `Retry-After` header, which may be a date; at most a day, null when it says nothing. */
export function retryAfterOf(answer: OutboundResponse, now: Date): number | null {
  const text = answer.headers['retry-after']?.trim()
  if (!text) return null
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(1, Math.ceil(seconds))) : null
}

/** Asks, and says in our words what went wrong on the way. Statuses are left to the caller, but for 429 and 5xx. */
export async function ask(
  send: OutboundFetch,
  now: Date,
  url: string,
  request: OutboundRequest,
): Promise<OutboundResponse> {
  const answer = await send(url, request).catch((error: unknown) => {
    if (!(error instanceof EgressError)) throw error
    if (error.code === 'unreachable' || error.code === 'timeout')
      throw new ProviderError('down', 'The provider cannot be reached.')
    if (error.code === 'too_large' || error.code === 'redirect')
      throw new ProviderError('bad_answer', 'The provider gave an answer that cannot be used.')
    throw error
  })
  if (answer.status === 429)
    throw new ProviderError('rate_limited', 'The provider asks for a pause.', retryAfterOf(answer, now))
  if (answer.status >= 500)
    throw new ProviderError('down', 'The provider is out of order.', retryAfterOf(answer, now))
  return answer
}

/** Reads a JSON answer of a known shape; anything else is a ProviderError `bad_answer`. */
export function readJson<S extends z.ZodType>(schema: S, answer: OutboundResponse): z.output<S> {
  const bad = () => new ProviderError('bad_answer', 'The provider gave an answer that cannot be read.')
  let value: unknown
  try {
    value = JSON.parse(answer.body.toString('utf8'))
  } catch {
    throw bad()
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw bad()
  return parsed.data
}
