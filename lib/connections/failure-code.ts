import { isAppError } from '#lib/core/errors.ts'
import { type EgressCode, EgressError } from '#lib/privacy/types.ts'
import { isProviderError } from './providers/provider-error.ts'
import { type ErrorCode, errorCodeOf } from './view.ts'

const egressCodes: Record<EgressCode, ErrorCode> = {
  third_parties_off: 'third_parties_off',
  bad_address: 'refused_address',
  private_address: 'refused_address',
  unreachable: 'down',
  timeout: 'down',
  redirect: 'bad_answer',
  too_large: 'bad_answer',
}

/** What the door's refusal is called in pages and in the history of syncs. */
export const egressCode = (error: EgressError): ErrorCode => egressCodes[error.code]

/** The code of an expected failure while linking, for the page to say; null for any other error. */
export function failureCode(error: unknown): ErrorCode | null {
  if (isProviderError(error)) return errorCodeOf(error.code)
  if (error instanceof EgressError) return egressCode(error)
  if (isAppError(error) && error.details.messageKey === 'connections.linkExpired') return 'expired'
  return null
}

/** Runs a step of linking; what a provider may do wrong is an answer, not an error. */
export async function orFailure<T>(work: Promise<T>): Promise<{ done: T } | { failed: ErrorCode }> {
  try {
    return { done: await work }
  } catch (error) {
    const failed = failureCode(error)
    if (failed === null) throw error
    return { failed }
  }
}
