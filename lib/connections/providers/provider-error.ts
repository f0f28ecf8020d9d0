/** Each is a key under `connections.errors` of the message catalogue. */
export type ProviderErrorCode =
  | 'needs_reauth'
  | 'revoked'
  | 'payment_due'
  | 'rate_limited'
  | 'over_budget'
  | 'down'
  | 'bad_answer'
  | 'bad_token'
  | 'token_claimed'
  | 'already_linked'
  | 'unfinished'
  | 'no_places'
  | 'not_configured'
  | 'not_supported'
  | 'consent_expired'
  | 'forged'

/** An expected failure at a provider. The message is ours: a provider's own words never become one. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly code: ProviderErrorCode
  readonly retryAfterSeconds: number | null

  constructor(code: ProviderErrorCode, message: string, retryAfterSeconds: number | null = null) {
    super(message)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export const isProviderError = (error: unknown): error is ProviderError => error instanceof ProviderError
