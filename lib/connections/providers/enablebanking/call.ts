import { importPKCS8, SignJWT } from 'jose'
import type { z } from 'zod'
import { ask, readJson } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { faultAnswer } from './answer.ts'

const lifeSeconds = 600

/** A token for one question, signed with the application's key; its id is the token's `kid`. */
async function tokenOf({ settings, now }: ProviderContext): Promise<string> {
  const [id, pem] = [settings.applicationId?.reveal(), settings.privateKey?.reveal()]
  if (!id || !pem) throw new ProviderError('not_configured', 'Enable Banking has no keys here.')
  const key = await importPKCS8(pem.replaceAll('\\n', '\n'), 'RS256').catch(() => {
    throw new ProviderError('not_configured', 'The key of Enable Banking cannot be read.')
  })
  const issued = Math.floor(now.getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: id })
    .setIssuer('enablebanking.com')
    .setAudience('api.enablebanking.com')
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifeSeconds)
    .sign(key)
}

const ended = /EXPIRED_SESSION|SESSION_EXPIRED|CONSENT_EXPIRED/
const withdrawn = /REVOKED_SESSION|CLOSED_SESSION|SESSION_DOES_NOT_EXIST/

/** Asks Enable Banking. Throws ProviderError: an ended consent is `needs_reauth`, a withdrawn one `revoked`. */
export async function callEnable<S extends z.ZodType>(
  context: ProviderContext,
  schema: S,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<z.output<S>> {
  const origin = context.settings.origin?.reveal() ?? 'https://api.enablebanking.com'
  const answer = await ask(context.fetch, context.now, `${origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(context)}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(context.signal ? { signal: context.signal } : {}),
  })
  if (answer.status === 200) return readJson(schema, answer)
  const { error } = readJson(faultAnswer, answer)
  if (ended.test(error ?? '')) throw new ProviderError('needs_reauth', 'The consent at the bank has ended.')
  if (withdrawn.test(error ?? ''))
    throw new ProviderError('revoked', 'The consent at the bank was withdrawn.')
  if (/RATE_LIMIT/.test(error ?? '')) throw new ProviderError('rate_limited', 'The bank asks for a pause.')
  if (answer.status === 401 || answer.status === 403)
    throw new ProviderError('not_configured', 'Enable Banking does not accept the application.')
  throw new ProviderError('bad_answer', 'Enable Banking refused the question.')
}
