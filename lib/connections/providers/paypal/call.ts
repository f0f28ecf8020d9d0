import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ask, readJson } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { faultAnswer, tokenAnswer } from './answer.ts'

const keys = z.object({ clientId: z.string().min(10).max(200), clientSecret: z.string().min(10).max(200) })
export type PaypalKeys = z.output<typeof keys>

/** The person's keys; ProviderError `bad_token` when they are none. */
export function keysOf({ secret }: ProviderContext): PaypalKeys {
  const parsed = keys.safeParse(JSON.parse(secret?.reveal() ?? '{}'))
  if (!parsed.success) throw new ProviderError('bad_token', 'That is not a client ID and its secret.')
  return parsed.data
}

const originOf = ({ settings }: ProviderContext): string =>
  settings.origin?.reveal() ?? 'https://api-m.paypal.com'

/** Tokens live for hours and their number is limited: they are kept in memory, under a hash of what bought them. */
const bought = new Map<string, { token: string; until: number }>()
const mostKept = 200

const placeOf = (context: ProviderContext, { clientId, clientSecret }: PaypalKeys): string =>
  createHash('sha256')
    .update(`${originOf(context)}\n${clientId}\n${clientSecret}`)
    .digest('base64')

/** An access token, from memory unless a `fresh` one is asked for. ProviderError `revoked` when PayPal refuses the keys. */
export async function tokenOf(context: ProviderContext, own: PaypalKeys, fresh = false): Promise<string> {
  const place = placeOf(context, own)
  const known = bought.get(place)
  if (!fresh && known && known.until > context.now.getTime()) return known.token
  bought.delete(place)
  const pair = Buffer.from(`${own.clientId}:${own.clientSecret}`).toString('base64')
  const answer = await ask(context.fetch, context.now, `${originOf(context)}/v1/oauth2/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${pair}`,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    ...(context.signal ? { signal: context.signal } : {}),
  })
  if (answer.status === 401) throw new ProviderError('revoked', 'PayPal does not accept these keys any more.')
  if (answer.status !== 200) throw new ProviderError('bad_answer', 'PayPal gave no access.')
  const { access_token, expires_in } = readJson(tokenAnswer, answer)
  if (bought.size >= mostKept) bought.clear()
  bought.set(place, { token: access_token, until: context.now.getTime() + (expires_in - 120) * 1000 })
  return access_token
}

/** PayPal says that a range has more than it lists: ask for less. */
export class RangeTooLarge extends Error {
  override readonly name = 'RangeTooLarge'
}

/** Asks a reporting address; a token that ran out is replaced once. Throws ProviderError, and RangeTooLarge. */
export async function callPaypal<S extends z.ZodType>(
  context: ProviderContext,
  schema: S,
  path: string,
  query: Record<string, string>,
): Promise<z.output<S>> {
  const own = keysOf(context)
  const send = (token: string) =>
    ask(context.fetch, context.now, `${originOf(context)}${path}?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      ...(context.signal ? { signal: context.signal } : {}),
    })
  let answer = await send(await tokenOf(context, own))
  if (answer.status === 401) answer = await send(await tokenOf(context, own, true))
  if (answer.status === 401) throw new ProviderError('needs_reauth', 'PayPal refused its own access.')
  if (answer.status === 403)
    throw new ProviderError('needs_reauth', 'The app has no permission for the transaction search.')
  if (answer.status === 200) return readJson(schema, answer)
  const { name, details } = readJson(faultAnswer, answer)
  const said = [name, ...(details ?? []).map(({ issue }) => issue)]
  if (said.some((word) => word?.includes('RESULTSET_TOO_LARGE'))) throw new RangeTooLarge('Too many rows.')
  throw new ProviderError('bad_answer', 'PayPal refused the question.')
}
