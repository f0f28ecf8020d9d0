import { createHash, timingSafeEqual } from 'node:crypto'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { z } from 'zod'
import type { ProviderContext, WebhookEvent, WebhookRequest } from '../port.ts'
import { isProviderError, ProviderError } from '../provider-error.ts'
import { keyAnswer, type WebhookBody, webhookBody } from './answer.ts'
import { call, clientOf, originOf } from './client.ts'
import { meansReauth } from './errors.ts'

const oldestSeconds = 5 * 60
const aheadSeconds = 60
const mostKeys = 20
const keyLifeMs = 24 * 3_600_000

type Key = z.output<typeof keyAnswer>['key']
const keys = new Map<string, { key: Key; at: number }>()

/** Names of keys that strangers make up are asked about only so often; polling is complete without webhooks. */
const mostAsked = { keys: 10, withinMs: 60_000 }
let askedAt: number[] = []

function askOnlyNowAndThen(now: number): void {
  askedAt = askedAt.filter((at) => Math.abs(now - at) < mostAsked.withinMs)
  if (askedAt.length >= mostAsked.keys) throw forged('Too many keys are not known.')
  askedAt.push(now)
}

const forged = (why: string) => new ProviderError('forged', why)
const digest = (text: string) => createHash('sha256').update(text).digest()

/** Plaid's public key of that name, remembered for a day; one that Plaid has retired proves nothing. */
async function keyOf(context: ProviderContext, kid: string): Promise<Key> {
  const name = `${originOf(context)} ${context.settings.clientId?.reveal()} ${kid}`
  const known = keys.get(name)
  const now = context.now.getTime()
  if (known && Math.abs(now - known.at) < keyLifeMs) return known.key
  askOnlyNowAndThen(now)
  const asked = clientOf(context).webhookVerificationKeyGet({ key_id: kid })
  const { key } = await call(keyAnswer, asked).catch((error: unknown) => {
    if (isProviderError(error) && ['bad_answer', 'bad_token'].includes(error.code))
      throw forged('No such key.')
    throw error
  })
  if (key.kid !== kid || key.expired_at) throw forged('The key is not in use.')
  const oldest = keys.keys().next().value
  if (keys.size >= mostKeys && oldest !== undefined) keys.delete(oldest)
  keys.set(name, { key, at: now })
  return key
}

const claims = z.object({ iat: z.number(), request_body_sha256: z.string().regex(/^[0-9a-f]{64}$/i) })

async function proofOf(context: ProviderContext, token: string): Promise<z.output<typeof claims>> {
  const header = headerOf(token)
  const key = await keyOf(context, header.kid)
  const { kty, crv, x, y } = key
  try {
    const verified = await jwtVerify(token, await importJWK({ kty, crv, x, y }, 'ES256'), {
      algorithms: ['ES256'],
      currentDate: context.now,
    })
    return claims.parse(verified.payload)
  } catch {
    throw forged('The signature does not hold.')
  }
}

function headerOf(token: string): { kid: string } {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (alg === 'ES256' && kid && /^[\w-]{1,100}$/.test(kid)) return { kid }
  } catch {
    throw forged('The proof cannot be read.')
  }
  throw forged('The proof is of another kind.')
}

function kindOf({ webhook_type: type, webhook_code: code, error }: WebhookBody): WebhookEvent['kind'] {
  const reads = [
    'SYNC_UPDATES_AVAILABLE',
    'INITIAL_UPDATE',
    'HISTORICAL_UPDATE',
    'DEFAULT_UPDATE',
    'TRANSACTIONS_REMOVED',
  ]
  if (type === 'TRANSACTIONS') return reads.includes(code) ? 'rows' : 'other'
  if (type !== 'ITEM') return 'other'
  if (code === 'ERROR') return meansReauth(error?.error_code ?? '') ? 'needs_reauth' : 'rows'
  if (code === 'PENDING_EXPIRATION' || code === 'PENDING_DISCONNECT') return 'expiring'
  if (code === 'USER_PERMISSION_REVOKED') return 'revoked'
  if (code === 'LOGIN_REPAIRED') return 'repaired'
  return code === 'NEW_ACCOUNTS_AVAILABLE' || code === 'USER_ACCOUNT_REVOKED' ? 'rows' : 'other'
}

function bodyOf(text: string): WebhookBody {
  try {
    return webhookBody.parse(JSON.parse(text))
  } catch {
    throw forged('The message cannot be read.')
  }
}

/** Believes a webhook that Plaid signed in the last five minutes for exactly these bytes. */
export async function verifyWebhook(
  context: ProviderContext,
  request: WebhookRequest,
): Promise<WebhookEvent> {
  const token = request.headers['plaid-verification']
  if (!token || token.length > 4000) throw forged('The message has no proof.')
  const { iat, request_body_sha256 } = await proofOf(context, token)
  const age = context.now.getTime() / 1000 - iat
  if (age > oldestSeconds || age < -aheadSeconds) throw forged('The proof is not of now.')
  if (!timingSafeEqual(Buffer.from(request_body_sha256, 'hex'), digest(request.body)))
    throw forged('The proof is of another message.')
  const body = bodyOf(request.body)
  const end = new Date(body.consent_expiration_time ?? body.disconnect_time ?? Number.NaN)
  return {
    // A second valid signature of the same claims is the same event: only what was signed counts.
    eventId: digest(token.split('.').slice(0, 2).join('.')).toString('hex'),
    itemKey: body.item_id ?? null,
    kind: kindOf(body),
    ...(Number.isNaN(end.getTime()) ? {} : { expiresAt: end }),
  }
}
