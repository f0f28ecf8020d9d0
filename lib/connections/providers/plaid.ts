import { removeAnswer } from './plaid/answer.ts'
import { callOr, clientOf } from './plaid/client.ts'
import { meansReauth } from './plaid/errors.ts'
import { completeLink, startLink } from './plaid/link.ts'
import { accessTokenOf, itemOf, listAccounts, pull } from './plaid/pull.ts'
import { verifyWebhook } from './plaid/webhook.ts'
import type { Provider } from './port.ts'
import { isProviderError } from './provider-error.ts'

/** Errors that mean: Plaid knows this login no more. */
const forgotten = ['ITEM_NOT_FOUND', 'INVALID_ACCESS_TOKEN', 'USER_PERMISSION_REVOKED']

/** Plaid: the large US banks, with the person's own keys. Optional settings: `env` (sandbox, production), `itemLimit`. */
export const plaid: Provider = {
  id: 'plaid',
  capabilities: {
    link: 'redirect',
    listing: 'delta',
    pendingLinks: true,
    webhooks: true,
    repair: true,
    requestsPerDay: null,
    syncEveryMinutes: 360,
  },
  settingNames: ['clientId', 'secret'],
  startLink,
  completeLink,
  listAccounts,
  pull,
  verifyWebhook,
  revoke: async (context) => {
    const asked = clientOf(context).itemRemove({ access_token: accessTokenOf(context) })
    try {
      await callOr(removeAnswer, asked, forgotten)
      return true
    } catch (error) {
      // The Trial plan does not remove: the key is destroyed here all the same, and the person is told.
      if (isProviderError(error) && (error.code === 'bad_answer' || error.code === 'not_supported'))
        return false
      throw error
    }
  },
  health: async (context) => {
    const { item } = await itemOf(context)
    const end = new Date(item.consent_expiration_time ?? Number.NaN)
    const consentExpiresAt = Number.isNaN(end.getTime()) ? null : end
    const code = item.error?.error_code ?? ''
    if (meansReauth(code)) return { state: 'needs_reauth', consentExpiresAt }
    if (code) return { state: 'down', consentExpiresAt }
    const week = 7 * 86_400_000
    const isSoon = consentExpiresAt !== null && consentExpiresAt.getTime() - context.now.getTime() < week
    return { state: isSoon ? 'expiring' : 'ok', consentExpiresAt }
  },
}
