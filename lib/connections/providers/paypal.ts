import { secretOf } from '#lib/secrets/secret.ts'
import { balancesAnswer } from './paypal/answer.ts'
import { callPaypal, keysOf, tokenOf } from './paypal/call.ts'
import { pull } from './paypal/pull.ts'
import { accountsOf } from './paypal/rows.ts'
import { healthByListing, sendsNothing } from './plain-answers.ts'
import type { Provider, ProviderContext } from './port.ts'
import { isProviderError, ProviderError } from './provider-error.ts'

const listAccounts = async (context: ProviderContext) =>
  accountsOf(await callPaypal(context, balancesAnswer, '/v1/reporting/balances', {}))

/** PayPal with the person's own REST app. Optional setting: `origin`, for PayPal's sandbox. */
export const paypal: Provider = {
  id: 'paypal',
  capabilities: {
    link: 'keys',
    listing: 'window',
    pendingLinks: false,
    webhooks: false,
    repair: true,
    requestsPerDay: null,
    syncEveryMinutes: 180,
  },
  settingNames: [],
  startLink: async () => ({
    kind: 'form',
    fields: [
      { name: 'clientId', secret: false },
      { name: 'clientSecret', secret: true },
    ],
  }),
  completeLink: async (context, { fields }) => {
    const clientId = fields.clientId?.trim() ?? ''
    const clientSecret = fields.clientSecret?.trim() ?? ''
    const secret = secretOf(JSON.stringify({ clientId, clientSecret }))
    const own = { ...context, secret }
    try {
      await tokenOf(own, keysOf(own), true)
    } catch (error) {
      if (isProviderError(error) && error.code === 'revoked')
        throw new ProviderError('bad_token', 'PayPal does not know these keys.')
      throw error
    }
    const { account_id } = await callPaypal(own, balancesAnswer, '/v1/reporting/balances', {})
    return {
      secret,
      itemKey: account_id ?? clientId,
      institutionId: 'paypal',
      institutionName: 'PayPal',
      consentExpiresAt: null,
    }
  },
  listAccounts,
  pull,
  verifyWebhook: sendsNothing('PayPal'),
  revoke: async () => false,
  health: healthByListing(listAccounts),
}
