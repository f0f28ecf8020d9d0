import { type Secret, secretOf } from '#lib/secrets/secret.ts'
import { ask } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'

/** Hosts that a pasted token may lead to. */
export type Hosts = (context: ProviderContext) => readonly string[]

/** What an access URL holds: where to ask, and what to show there. */
export type Access = { base: string; authorization: string }

const agent = 'Minh/1 (self-hosted personal finance)'

/** The claim address in a setup token; null when it is none. */
export function claimUrlOf(token: string): URL | null {
  const text = Buffer.from(token.replace(/\s+/g, ''), 'base64').toString('utf8').trim()
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.username || url.password ? null : url
}

function requireHost(url: URL, hosts: readonly string[]): void {
  if (!hosts.includes(url.host))
    throw new ProviderError('bad_token', 'The token leads to a place that is not known here.')
}

/** Turns a setup token into the access URL. It works once: a second time is a ProviderError `token_claimed`. */
export async function claim(context: ProviderContext, token: string, hosts: Hosts): Promise<Secret> {
  const url = claimUrlOf(token)
  if (!url) throw new ProviderError('bad_token', 'That is not a setup token.')
  requireHost(url, hosts(context))
  const answer = await ask(context.fetch, context.now, url.href, {
    method: 'POST',
    headers: { 'user-agent': agent },
    ...(context.signal ? { signal: context.signal } : {}),
  })
  if (answer.status === 403)
    throw new ProviderError('token_claimed', 'The token was used before. Disable it and make another.')
  if (answer.status !== 200) throw new ProviderError('bad_token', 'The token was not accepted.')
  const access = answer.body.toString('utf8').trim()
  readAccess(secretOf(access), hosts(context))
  return secretOf(access)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ProviderError('bad_answer', 'The access address cannot be read.')
  }
}

/** Takes the credentials out of an access URL, so that they travel in a header only. */
export function readAccess(secret: Secret | null, hosts: readonly string[]): Access {
  const text = secret?.reveal() ?? ''
  if (!URL.canParse(text)) throw new ProviderError('bad_answer', 'The access address cannot be read.')
  const url = new URL(text)
  requireHost(url, hosts)
  const pair = `${decoded(url.username)}:${decoded(url.password)}`
  url.username = ''
  url.password = ''
  return {
    base: url.href.replace(/\/$/, ''),
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
  }
}

export const headersOf = ({ authorization }: Access): Record<string, string> => ({
  authorization,
  accept: 'application/json',
  'user-agent': agent,
})
