import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { OutboundResponse } from '#lib/privacy/types.ts'
import { ask, readJson } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { tokenAnswer } from './answer.ts'

/** A token lives two hours and is to be used for ninety minutes; kept in memory under a hash of the keys. */
const bought = new Map<string, { token: string; until: number }>()
const useMs = 90 * 60_000

/** The partner's keys; ProviderError `not_configured` without them. */
export function keysOf({ settings }: ProviderContext) {
  const [partnerId, partnerSecret, appKey] = [settings.partnerId, settings.partnerSecret, settings.appKey]
  if (!partnerId || !partnerSecret || !appKey)
    throw new ProviderError('not_configured', 'Mastercard Open Finance has no keys here.')
  const origin = settings.origin?.reveal() ?? 'https://api.finicity.com'
  return {
    partnerId: partnerId.reveal(),
    partnerSecret: partnerSecret.reveal(),
    appKey: appKey.reveal(),
    origin,
  }
}

function send(
  context: ProviderContext,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  token: string | null,
  body: unknown,
): Promise<OutboundResponse> {
  const { origin, appKey } = keysOf(context)
  return ask(context.fetch, context.now, `${origin}${path}`, {
    method,
    headers: {
      'finicity-app-key': appKey,
      accept: 'application/json',
      ...(token === null ? {} : { 'finicity-app-token': token }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(context.signal ? { signal: context.signal } : {}),
  })
}

async function tokenOf(context: ProviderContext, fresh: boolean): Promise<string> {
  const { partnerId, partnerSecret, origin, appKey } = keysOf(context)
  const place = createHash('sha256')
    .update([origin, partnerId, partnerSecret, appKey].join('\n'))
    .digest('base64')
  const known = bought.get(place)
  if (!fresh && known && known.until > context.now.getTime()) return known.token
  bought.delete(place)
  const path = '/aggregation/v2/partners/authentication'
  const answer = await send(context, 'POST', path, null, { partnerId, partnerSecret })
  if (answer.status !== 200)
    throw new ProviderError('not_configured', 'Mastercard Open Finance does not accept the keys.')
  const { token } = readJson(tokenAnswer, answer)
  bought.set(place, { token, until: context.now.getTime() + useMs })
  return token
}

/** Asks; a token that ran out is replaced once. A customer that is gone is ProviderError `revoked`; null: refused. */
export async function askMastercard<S extends z.ZodType>(
  context: ProviderContext,
  schema: S,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<z.output<S> | null> {
  let answer = await send(context, method, path, await tokenOf(context, false), body)
  if (answer.status === 401) answer = await send(context, method, path, await tokenOf(context, true), body)
  if (answer.status === 200 || answer.status === 201) return readJson(schema, answer)
  if (answer.status === 404)
    throw new ProviderError('revoked', 'Mastercard does not know the customer any more.')
  return null
}

/** The same for questions that have to be answered. */
export async function callMastercard<S extends z.ZodType>(
  ...question: Parameters<typeof askMastercard<S>>
): Promise<z.output<S>> {
  const answer = await askMastercard(...question)
  if (answer === null) throw new ProviderError('bad_answer', 'Mastercard refused the question.')
  return answer
}

/** Deletes a customer with all that belongs to it; true also when it is gone already. */
export async function deleteCustomer(context: ProviderContext, customer: string): Promise<boolean> {
  const path = `/aggregation/v1/customers/${encodeURIComponent(customer)}`
  const answer = await send(context, 'DELETE', path, await tokenOf(context, true), undefined)
  if (answer.status !== 204 && answer.status !== 200 && answer.status !== 404)
    throw new ProviderError('bad_answer', 'Mastercard did not confirm.')
  return true
}
