import { ProviderError, type ProviderErrorCode } from '../provider-error.ts'
import type { Refused } from './answer.ts'

const codes = new Map<string, ProviderErrorCode>(
  Object.entries({
    ITEM_LOGIN_REQUIRED: 'needs_reauth',
    INVALID_CREDENTIALS: 'needs_reauth',
    INSUFFICIENT_CREDENTIALS: 'needs_reauth',
    INVALID_MFA: 'needs_reauth',
    ITEM_LOCKED: 'needs_reauth',
    USER_SETUP_REQUIRED: 'needs_reauth',
    USER_INPUT_TIMEOUT: 'needs_reauth',
    PENDING_EXPIRATION: 'needs_reauth',
    PENDING_DISCONNECT: 'needs_reauth',
    ACCESS_NOT_GRANTED: 'revoked',
    NO_ACCOUNTS: 'revoked',
    USER_PERMISSION_REVOKED: 'revoked',
    INVALID_ACCESS_TOKEN: 'revoked',
    ITEM_NOT_FOUND: 'revoked',
    INSTITUTION_DOWN: 'down',
    INSTITUTION_NOT_RESPONDING: 'down',
    INSTITUTION_NOT_AVAILABLE: 'down',
    INTERNAL_SERVER_ERROR: 'down',
    PLANNED_MAINTENANCE: 'down',
    PRODUCT_NOT_READY: 'down',
    TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION: 'down',
    INSTITUTION_NO_LONGER_SUPPORTED: 'not_supported',
    PRODUCTS_NOT_SUPPORTED: 'not_supported',
    INVALID_API_KEYS: 'not_configured',
    UNAUTHORIZED_ENVIRONMENT: 'not_configured',
    INVALID_PUBLIC_TOKEN: 'bad_token',
    INVALID_LINK_TOKEN: 'bad_token',
  }),
)

const types = new Map<string, ProviderErrorCode>(
  Object.entries({
    RATE_LIMIT_EXCEEDED: 'rate_limited',
    API_ERROR: 'down',
    INSTITUTION_ERROR: 'down',
  }),
)

const sentences: Partial<Record<ProviderErrorCode, string>> = {
  needs_reauth: 'The login needs its owner.',
  revoked: 'The access was withdrawn.',
  rate_limited: 'The provider asks for a pause.',
  down: 'The bank or the provider is out of order.',
  not_supported: 'The bank or the plan does not do that.',
  not_configured: 'The keys of the provider were not accepted.',
  bad_token: 'The linking ran out.',
}

/** Whether what Plaid says of a login means that its owner has to sign in there again. */
export const meansReauth = (code: string): boolean => codes.get(code) === 'needs_reauth'

/** What a refusal means in our words; Plaid's own stay out. */
export function errorOf({ error_code, error_type }: Refused): ProviderError {
  const code = codes.get(error_code) ?? types.get(error_type) ?? 'bad_answer'
  return new ProviderError(code, sentences[code] ?? 'The provider refused the question.')
}
