import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { CountryCode, Products } from 'plaid'
import { env } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/loopback.ts'
import { isPublicAddress } from '#lib/privacy/public-address.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { plainText } from '../plain-text.ts'
import type { KnownLogins, LinkAnswer, Linked, LinkRequest, LinkStart, ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import {
  exchangeAnswer,
  type LinkedLogin,
  linkSessionsAnswer,
  linkTokenAnswer,
  type PlaidItem,
} from './answer.ts'
import { call, clientOf, originOf } from './client.ts'
import { meansReauth } from './errors.ts'
import { accessTokenOf, itemOf } from './pull.ts'

const historyDays = 730
const trialItems = 10

/** Where Plaid can reach us with webhooks: an https address that the internet knows; else none is asked for. */
export function webhookAddress(publicUrl: string): string | null {
  const { protocol, hostname } = new URL(publicUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isHere =
    isLoopbackHost(hostname) ||
    !host.includes('.') ||
    /\.(local|lan|internal|home\.arpa|localhost|test)$/.test(host)
  const isReachable = isIP(host) ? isPublicAddress(host) : !isHere
  return protocol === 'https:' && isReachable ? `${publicUrl}/api/webhooks/plaid` : null
}

/** The Trial plan has ten places for good: a login that was removed keeps its own. `itemLimit` is 0 on a paid plan. */
function requirePlace(context: ProviderContext, known: KnownLogins): void {
  const said = context.settings.itemLimit?.reveal() ?? ''
  const limit = /^\d{1,6}$/.test(said) ? Number(said) : trialItems
  const isTrial = !originOf(context).includes('sandbox.plaid.com') && limit > 0
  if (isTrial && known.ever >= limit)
    throw new ProviderError(
      'no_places',
      'All places of the plan are taken; removing a login gives none back.',
    )
}

const instantOf = (text: string | null | undefined): Date | null => {
  const instant = text ? new Date(text) : null
  return instant && !Number.isNaN(instant.getTime()) ? instant : null
}

/** Asks for a page at Plaid, where the bank is chosen and signed in to; nothing of theirs runs in ours. */
export async function startLink(context: ProviderContext, request: LinkRequest): Promise<LinkStart> {
  if (!request.repair) requirePlace(context, request.known)
  const back = new URL(request.returnUrl)
  back.searchParams.set('state', request.state)
  const webhook = webhookAddress(env().publicUrl)
  const what = request.repair
    ? { access_token: accessTokenOf(context) }
    : { products: [Products.Transactions], transactions: { days_requested: historyDays } }
  const made = await call(
    linkTokenAnswer,
    clientOf(context).linkTokenCreate({
      client_name: 'Minh',
      language: context.locale,
      country_codes: [CountryCode.Us],
      user: { client_user_id: createHash('sha256').update(request.state).digest('hex').slice(0, 32) },
      hosted_link: { completion_redirect_uri: back.href, url_lifetime_seconds: 1800 },
      ...what,
      ...(webhook ? { webhook } : {}),
    }),
  )
  if (!made.hosted_link_url) throw new ProviderError('not_supported', 'The plan has no page to link at.')
  return {
    kind: 'redirect',
    url: made.hosted_link_url,
    secret: secretOf(made.link_token),
    expiresAt: instantOf(made.expiration) ?? new Date(context.now.getTime() + 1_800_000),
  }
}

const linkedOf = (item: PlaidItem, secret: Linked['secret']): Linked => ({
  secret,
  itemKey: item.item.item_id,
  institutionId: item.item.institution_id ?? null,
  institutionName: plainText(item.item.institution_name ?? '') || 'Plaid',
  consentExpiresAt: instantOf(item.item.consent_expiration_time),
})

/** After update mode the token is the old one; whether the login works again is for the item to say. */
async function repair(context: ProviderContext): Promise<Linked> {
  const item = await itemOf(context)
  if (meansReauth(item.item.error?.error_code ?? ''))
    throw new ProviderError('unfinished', 'The login was not repaired.')
  return linkedOf(item, secretOf(accessTokenOf(context)))
}

/** The same bank with the same accounts, before the exchange that would take a place for good. */
function refuseTwin({ institution, accounts }: LinkedLogin, { linked }: KnownLogins): void {
  const id = institution?.institution_id
  const masks = accounts.flatMap(({ mask }) => mask ?? [])
  const isTwin = linked.some(
    ({ institutionId, last4s }) =>
      id && institutionId === id && (last4s.length === 0 || masks.every((mask) => last4s.includes(mask))),
  )
  if (isTwin) throw new ProviderError('already_linked', 'This login is linked already.')
}

/** Reads what the person did at Plaid and takes the access over. Once it is exchanged nothing may fail: it cost a place. */
export async function completeLink(context: ProviderContext, answer: LinkAnswer): Promise<Linked> {
  if (answer.repair) return repair(context)
  if (!answer.kept) throw new ProviderError('bad_token', 'The linking ran out.')
  const client = clientOf(context)
  const token = { link_token: answer.kept.reveal() }
  const { link_sessions } = await call(linkSessionsAnswer, client.linkTokenGet(token))
  const login = link_sessions?.flatMap(({ results }) => results?.item_add_results ?? []).at(-1)
  if (!login) throw new ProviderError('unfinished', 'Nothing was linked at the provider.')
  refuseTwin(login, answer.known)
  requirePlace(context, answer.known)
  const { public_token } = login
  const { access_token, item_id } = await call(
    exchangeAnswer,
    client.itemPublicTokenExchange({ public_token }),
  )
  const secret = secretOf(access_token)
  const item = await itemOf({ ...context, secret }).catch(() => null)
  const { institution } = login
  return {
    secret,
    itemKey: item_id,
    institutionId: institution?.institution_id ?? null,
    institutionName: plainText(institution?.name ?? '') || 'Plaid',
    consentExpiresAt: instantOf(item?.item.consent_expiration_time),
  }
}
