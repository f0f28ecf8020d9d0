import type { Provider } from './port.ts'
import { isProviderError, ProviderError } from './provider-error.ts'

/** For a provider that sends no messages: whatever comes in its name is forged. */
export const sendsNothing = (name: string): Provider['verifyWebhook'] => {
  return async () => {
    throw new ProviderError('forged', `${name} sends nothing here.`)
  }
}

/** For a provider without a question about its state: the accounts are asked for, and how that ends is the answer. */
export const healthByListing =
  (listAccounts: Provider['listAccounts']): Provider['health'] =>
  async (context) => {
    try {
      await listAccounts(context)
      return { state: 'ok', consentExpiresAt: null }
    } catch (error) {
      if (!isProviderError(error)) throw error
      const isPersons = error.code === 'needs_reauth' || error.code === 'revoked'
      return { state: isPersons ? 'needs_reauth' : 'down', consentExpiresAt: null }
    }
  }
