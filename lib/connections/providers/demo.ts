import { env } from '#lib/env.ts'
import type { Secret } from '#lib/secrets/secret.ts'
import { ask } from './answers.ts'
import type { Provider } from './port.ts'
import { ProviderError } from './provider-error.ts'
import { headersOf, readAccess } from './simplefin/access.ts'
import { simplefinProvider } from './simplefin/provider.ts'

const wildcards = ['0.0.0.0', '::', '[::]']

/** Where this server answers itself: the address it listens on, never a name from outside. */
export function ownOrigin({ host, port } = env()): string {
  const own = wildcards.includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${own}:${port}`).origin
}

/** The login of an access address: its user name, which the bank's page needs to mend the right one. */
const loginOf = (secret: Secret | null): string =>
  secret && URL.canParse(secret.reveal()) ? new URL(secret.reveal()).username : ''

/** The bank that Minh plays itself: SimpleFIN's protocol, with a consent page instead of a token to paste. */
export const demoProvider = (hosts: () => readonly string[]): Provider =>
  simplefinProvider({
    id: 'demo',
    institutionName: 'Demo Bank',
    capabilities: {
      link: 'redirect',
      listing: 'window',
      pendingLinks: false,
      webhooks: false,
      repair: true,
      requestsPerDay: null,
      syncEveryMinutes: 240,
    },
    settingNames: [],
    hosts,
    startLink: async ({ now, locale, secret }, { returnUrl, state, repair }) => {
      const query = new URLSearchParams({
        return: returnUrl,
        state,
        ...(repair ? { repair: '1', login: loginOf(secret) } : {}),
      })
      const url = `${env().publicUrl}${locale === 'en' ? '' : `/${locale}`}/demo-bank/connect?${query}`
      return { kind: 'redirect', url, secret: null, expiresAt: new Date(now.getTime() + 3_600_000) }
    },
    revoke: async (context) => {
      const access = readAccess(context.secret, hosts())
      const answer = await ask(context.fetch, context.now, `${access.base}/revoke`, {
        method: 'POST',
        headers: headersOf(access),
      })
      if (answer.status !== 200 && answer.status !== 403)
        throw new ProviderError('bad_answer', 'The bank did not confirm.')
      return true
    },
  })

export const demo = demoProvider(() => [new URL(ownOrigin()).host])
