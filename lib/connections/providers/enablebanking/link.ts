import type { ListedBank } from '#lib/connections/listed-bank.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { plainText } from '../plain-text.ts'
import type { LinkAnswer, Linked, LinkRequest, LinkStart, ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { aspspsAnswer, authAnswer, sessionAnswer } from './answer.ts'
import { callEnable } from './call.ts'
import { idOf } from './rows.ts'

const longestConsentDays = 90

const idOfBank = (country: string, name: string): string => `${country}:${name}`

/** Banks of a country (two letters), by the names Enable Banking knows them under. */
export async function listInstitutions(context: ProviderContext, country: string): Promise<ListedBank[]> {
  const query = new URLSearchParams({ country, psu_type: 'personal' })
  const { aspsps } = await callEnable(context, aspspsAnswer, 'GET', `/aspsps?${query}`)
  const names = new Set(aspsps.filter((bank) => bank.country === country).map(({ name }) => name))
  return [...names].map((name) => ({ id: idOfBank(country, name), name: plainText(name) }))
}

/** The person goes to their bank; `institutionId` is its country and name, `FI:Nordea`. */
export async function startLink(context: ProviderContext, request: LinkRequest): Promise<LinkStart> {
  const [, country, name] = /^([A-Z]{2}):(.+)$/.exec(request.institutionId ?? '') ?? []
  if (!country || !name) throw new ProviderError('not_supported', 'A bank has to be chosen first.')
  const until = new Date(context.now.getTime() + longestConsentDays * 86_400_000)
  const { url } = await callEnable(context, authAnswer, 'POST', '/auth', {
    access: { valid_until: until.toISOString() },
    aspsp: { name, country },
    state: request.state,
    redirect_url: request.returnUrl,
    psu_type: 'personal',
  })
  const expiresAt = new Date(context.now.getTime() + 3_600_000)
  return { kind: 'redirect', url, secret: secretOf(request.institutionId ?? ''), expiresAt }
}

/** Turns the code the person came back with into a session, whose accounts are told only now. */
export async function completeLink(context: ProviderContext, { fields, kept }: LinkAnswer): Promise<Linked> {
  if (!fields.code) throw new ProviderError('bad_token', 'The bank gave no consent.')
  const session = await callEnable(context, sessionAnswer, 'POST', '/sessions', { code: fields.code })
  const { session_id: sessionId, accounts, aspsp, access } = session
  const institutionId = kept?.reveal() || null
  return {
    secret: secretOf(JSON.stringify({ sessionId, accounts })),
    itemKey: accounts.map(idOf).toSorted().join(' ').slice(0, 200) || sessionId,
    institutionId,
    institutionName: plainText(aspsp?.name ?? institutionId?.slice(3) ?? '') || 'Enable Banking',
    consentExpiresAt: new Date(access.valid_until),
  }
}
