import { createHash, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { z } from 'zod'
import type { WebhookRequest } from '../../providers/port.ts'
import type { SimulatedBank } from '../simulated-bank.ts'
import { deltaStream, type Phase } from './plaid/delta.ts'
import { type LinkTokenRequest, linkSessions } from './plaid/link-sessions.ts'
import { json, refuse, wireAccount, wireRow } from './plaid/wire.ts'
import {
  faultOf,
  type SimulatedAnswer,
  type SimulatedRequest,
  type Simulator,
  serveSimulator,
} from './serve.ts'

export type PlaidKeys = { clientId: string; secret: string }
type Signing = { at: Date; kid?: string; hashOf?: string; foreignKey?: boolean }

export type PlaidSimulator = Simulator & {
  keys: PlaidKeys
  phase: Phase
  /** The next pages but the first are refused with the mutation error, one each. */
  mutations: number
  /** A page holds no more changes than this, whatever was asked for. */
  mostPerPage: number
  /** Rows of a page are told twice. */
  doubled: boolean
  /** Says that the plan cannot remove. */
  trial: boolean
  /** Every request for rows is refused with this. */
  refusal: { type: string; code: string } | null
  /** A link token that the person has been through. */
  linked: () => string
  finishLink: (token: string) => boolean
  linkRequest: (token: string) => LinkTokenRequest | null
  requests: () => readonly {
    path: string
    headers: SimulatedRequest['headers']
    body: Record<string, unknown>
  }[]
  exchanges: () => number
  itemId: () => string
  now: Date
  sign: (body: unknown, signing: Signing) => Promise<WebhookRequest>
}

const bodySchema = z.record(z.string(), z.unknown())
const syncRequest = z.object({
  cursor: z.string().max(256).optional(),
  count: z.number().min(1).max(500).default(100),
})

/** Speaks Plaid for one simulated bank: Hosted Link, items, cursors, errors and signed webhooks. */
export async function plaidSimulator(bank: SimulatedBank): Promise<PlaidSimulator> {
  const keys = { clientId: 'client-4711', secret: `secret-${randomUUID()}` }
  const items = new Map<string, string>()
  const requests: { path: string; headers: SimulatedRequest['headers']; body: Record<string, unknown> }[] = []
  const kid = randomUUID()
  const [own, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  const jwk = await exportJWK(own.publicKey)
  const stream = deltaStream(bank)
  const sessions = linkSessions(
    bank,
    () => state.origin,
    () => state.now,
  )
  let exchanges = 0

  const sync = (body: unknown): SimulatedAnswer => {
    const asked = syncRequest.safeParse(body)
    if (!asked.success) return refuse('INVALID_REQUEST', 'INVALID_FIELD')
    const { cursor, count } = asked.data
    const isFirst = !cursor?.startsWith('cursor-') || !inPages.has(cursor)
    if (!isFirst && state.mutations > 0) {
      state.mutations--
      return refuse('TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION')
    }
    const page = stream(cursor || null, Math.min(count, state.mostPerPage), state.phase)
    if (page === null) return refuse('INVALID_INPUT', 'INVALID_CURSOR')
    if (page === 'mutated')
      return refuse('TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION')
    if (page.hasMore) inPages.add(page.cursor)
    const of = (kind: string) => {
      const rows = page.changes.flatMap((change) => (change.kind === kind ? [wireRow(change.row, bank)] : []))
      return state.doubled ? [...rows, ...rows].reverse() : rows
    }
    return json({
      accounts: bank.accounts.map((account) => wireAccount(account, bank)),
      added: of('added'),
      modified: of('modified'),
      removed: page.changes.flatMap(({ kind, id, row }) =>
        kind === 'removed' ? [{ transaction_id: id, account_id: row.accountId }] : [],
      ),
      next_cursor: state.phase === 'NOT_READY' ? '' : page.cursor,
      has_more: page.hasMore,
      transactions_update_status: state.phase,
    })
  }
  const inPages = new Set<string>()

  const wireItem = (itemId: string) => ({
    item_id: itemId,
    institution_id: 'ins_sim',
    institution_name: 'Simulated Bank',
    webhook: null,
    error: bank.loginBroken ? { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } : null,
    available_products: ['balance'],
    billed_products: ['transactions'],
    consent_expiration_time: null,
    update_type: 'background',
  })

  const item = (itemId: string): SimulatedAnswer =>
    json({
      item: wireItem(itemId),
      status: {
        transactions: { last_successful_update: `${bank.today}T12:00:00Z`, last_failed_update: null },
      },
    })

  const exchange = (token: unknown): SimulatedAnswer => {
    if (!sessions.takePublicToken(String(token))) return refuse('INVALID_INPUT', 'INVALID_PUBLIC_TOKEN')
    exchanges++
    const access = `access-sandbox-${randomUUID()}`
    items.set(access, `item-${items.size + 1}-${randomUUID()}`)
    return json({ access_token: access, item_id: items.get(access) })
  }

  const ofItem = (path: string, body: Record<string, unknown>): SimulatedAnswer | 'hang' | 'cut' => {
    const access = String(body.access_token)
    const itemId = items.get(access)
    if (!itemId) return refuse('INVALID_INPUT', 'INVALID_ACCESS_TOKEN')
    if (bank.revoked) return refuse('ITEM_ERROR', 'ITEM_NOT_FOUND')
    if (path === '/item/remove') {
      if (state.trial) return refuse('INVALID_REQUEST', 'ITEM_REMOVE_NOT_SUPPORTED')
      items.delete(access)
      return json({})
    }
    if (path === '/item/get') return item(itemId)
    if (path === '/transactions/sync') bank.beforeAnswer()
    const fault = faultOf(bank)
    if (fault) return fault
    if (bank.loginBroken) return refuse('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')
    if (path === '/transactions/sync')
      return state.refusal ? refuse(state.refusal.type, state.refusal.code) : sync(body)
    if (path === '/accounts/get')
      return json({
        accounts: bank.accounts.map((account) => wireAccount(account, bank)),
        item: wireItem(itemId),
      })
    return refuse('INVALID_REQUEST', 'NOT_FOUND', 404)
  }

  const simulator = await serveSimulator((request) => {
    const path = request.url.pathname
    if (path.startsWith('/hosted/')) return sessions.page(request)
    const body = bodySchema.parse(JSON.parse(request.body))
    requests.push({ path, headers: request.headers, body })
    const { headers } = request
    if (headers['plaid-client-id'] !== keys.clientId || headers['plaid-secret'] !== keys.secret)
      return refuse('INVALID_INPUT', 'INVALID_API_KEYS')
    if (path === '/link/token/create') return sessions.create(body)
    if (path === '/link/token/get') return sessions.read(String(body.link_token))
    if (path === '/item/public_token/exchange') return exchange(body.public_token)
    if (path === '/webhook_verification_key/get')
      return body.key_id === kid
        ? json({ key: { ...jwk, alg: 'ES256', use: 'sig', kid, created_at: 1, expired_at: null } })
        : refuse('INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID')
    return ofItem(path, body)
  })

  const state: PlaidSimulator = {
    ...simulator,
    keys,
    phase: 'HISTORICAL_UPDATE_COMPLETE',
    mutations: 0,
    mostPerPage: 500,
    doubled: false,
    trial: false,
    refusal: null,
    now: new Date('2026-11-01T15:00:00Z'),
    linked: sessions.make,
    finishLink: sessions.finish,
    linkRequest: sessions.requestOf,
    requests: () => requests,
    exchanges: () => exchanges,
    itemId: () => [...items.values()].at(-1) ?? '',
    sign: async (value, signing) => {
      const body = JSON.stringify(value, null, 2)
      const hash = createHash('sha256').update(signing.hashOf ?? body)
      const token = await new SignJWT({ request_body_sha256: hash.digest('hex') })
        .setProtectedHeader({ alg: 'ES256', kid: signing.kid ?? kid, typ: 'JWT' })
        .setIssuedAt(signing.at)
        .sign(signing.foreignKey ? foreign.privateKey : own.privateKey)
      return { headers: { 'plaid-verification': token }, body }
    },
  }
  return state
}
