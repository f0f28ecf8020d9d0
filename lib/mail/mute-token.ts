import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a mute link may do, and nothing else: silence one rule of one person. */
export type MuteClaims = { householdId: string; userId: string; ruleId: string }

const purpose = 'mute-rule'
const claims = z.strictObject({ h: z.uuid(), u: z.uuid(), r: z.uuid(), p: z.literal(purpose) })

const sign = (body: string, key: Buffer): Buffer => createHmac('sha256', key).update(body).digest()

/** `body.signature`, both base64url. It needs no session and has no end: muting twice changes nothing, and it can be undone. */
export function signMuteToken({ householdId, userId, ruleId }: MuteClaims, key: Buffer): string {
  const body = Buffer.from(JSON.stringify({ h: householdId, u: userId, r: ruleId, p: purpose })).toString(
    'base64url',
  )
  return `${body}.${sign(body, key).toString('base64url')}`
}

/** The claims of a token that this instance signed for muting; null for every other text. */
export function readMuteToken(token: string, key: Buffer): MuteClaims | null {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0 || token.length > 600) return null
  const expected = sign(body, key)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  try {
    const { h, u, r } = claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    return { householdId: h, userId: u, ruleId: r }
  } catch {
    return null
  }
}
