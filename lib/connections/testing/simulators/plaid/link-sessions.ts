import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SimulatedBank } from '../../simulated-bank.ts'
import type { SimulatedAnswer, SimulatedRequest } from '../serve.ts'
import { json, refuse, wireAccount } from './wire.ts'

const asked = z.object({
  client_name: z.string().min(1).max(30),
  language: z.enum(['en', 'vi']),
  country_codes: z.array(z.literal('US')).min(1),
  user: z.object({ client_user_id: z.string().min(1) }),
  products: z.array(z.literal('transactions')).min(1).optional(),
  access_token: z.string().optional(),
  transactions: z.object({ days_requested: z.number().max(730) }).optional(),
  webhook: z.string().optional(),
  hosted_link: z.object({ completion_redirect_uri: z.url(), url_lifetime_seconds: z.number() }),
})

export type LinkTokenRequest = z.output<typeof asked>
type Session = { request: LinkTokenRequest; expires: number; publicToken: string | null }

/** Link tokens, Plaid's own page and what came of it; `institution` is what the person chose there. */
export function linkSessions(bank: SimulatedBank, origin: () => string, now: () => Date) {
  const sessions = new Map<string, Session>()
  const publicTokens = new Set<string>()
  const institution = { name: 'Simulated Bank', institution_id: 'ins_sim' }

  const create = (body: unknown): SimulatedAnswer => {
    const parsed = asked.safeParse(body)
    const isUpdate = parsed.data?.access_token !== undefined
    if (!parsed.success || isUpdate === (parsed.data.products !== undefined))
      return refuse('INVALID_REQUEST', 'INVALID_FIELD')
    const token = `link-sandbox-${randomUUID()}`
    const expires = now().getTime() + (isUpdate ? 1800 : 14_400) * 1000
    sessions.set(token, { request: parsed.data, expires, publicToken: null })
    return json({
      link_token: token,
      expiration: new Date(expires).toISOString(),
      hosted_link_url: `${origin()}/hosted/${token}`,
    })
  }

  /** The person signs in at the bank; false when the page has run out. */
  const finish = (token: string): boolean => {
    const session = sessions.get(token)
    if (!session || session.expires < now().getTime()) return false
    if (session.request.access_token) bank.loginBroken = false
    else {
      session.publicToken = `public-sandbox-${randomUUID()}`
      publicTokens.add(session.publicToken)
    }
    return true
  }

  const read = (token: string): SimulatedAnswer => {
    const session = sessions.get(token)
    if (!session) return refuse('INVALID_INPUT', 'INVALID_LINK_TOKEN')
    const accounts = bank.accounts.map((account) => {
      const { account_id: id, name, mask, type, subtype } = wireAccount(account, bank)
      return { id, name, mask, type, subtype }
    })
    const { publicToken: public_token, expires } = session
    const results = { item_add_results: public_token ? [{ public_token, institution, accounts }] : [] }
    return json({
      link_token: token,
      created_at: null,
      expiration: new Date(expires).toISOString(),
      link_sessions: [{ link_session_id: 'session-1', finished_at: null, results }],
      metadata: {},
    })
  }

  /** A page of ours in the place of Plaid's: looked at it is a form, sent it leads back. */
  const page = ({ method, url }: SimulatedRequest): SimulatedAnswer => {
    const token = url.pathname.split('/').at(-1) ?? ''
    const back = sessions.get(token)?.request.hosted_link.completion_redirect_uri
    const html = { 'content-type': 'text/html' }
    if (!back) return { status: 404, body: 'no', headers: html }
    if (method === 'GET')
      return { status: 200, body: '<form method="post"><button>Link</button></form>', headers: html }
    if (!finish(token)) return { status: 410, body: 'expired', headers: html }
    return { status: 303, body: '', headers: { location: back } }
  }

  return {
    create,
    finish,
    read,
    page,
    requestOf: (token: string) => sessions.get(token)?.request ?? null,
    takePublicToken: (token: string) => publicTokens.delete(token),
    make: (): string => {
      const token = `link-sandbox-${randomUUID()}`
      const request: LinkTokenRequest = {
        client_name: 'Minh',
        language: 'en',
        country_codes: ['US'],
        user: { client_user_id: 'person' },
        products: ['transactions'],
        hosted_link: { completion_redirect_uri: 'http://localhost/link', url_lifetime_seconds: 1800 },
      }
      sessions.set(token, { request, expires: now().getTime() + 14_400_000, publicToken: null })
      finish(token)
      return token
    },
  }
}
