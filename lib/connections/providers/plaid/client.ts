import { Configuration, PlaidApi, PlaidEnvironments } from 'plaid'
import type { z } from 'zod'
import { isLoopbackHost } from '#lib/loopback.ts'
import { ask } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { answered, type Refused, refused } from './answer.ts'
import { errorOf } from './errors.ts'

const agent = 'Minh/1 (self-hosted personal finance)'

/** Everything that goes with a request; whatever else the client would add stays here. */
const sentHeaders = ['content-type', 'plaid-version', 'plaid-client-id', 'plaid-secret']

type ClientRequest = { url?: string; data?: unknown; headers?: unknown }

/** `production` when nothing is set; an origin on loopback is a simulator, which the way out refuses but in tests. */
export function originOf({ settings }: Pick<ProviderContext, 'settings'>): string {
  const name = settings.env?.reveal() ?? 'production'
  const url = URL.canParse(name) ? new URL(name) : null
  const origin = Object.hasOwn(PlaidEnvironments, name)
    ? PlaidEnvironments[name]
    : url && isLoopbackHost(url.hostname)
      ? url.origin
      : null
  if (!origin)
    throw new ProviderError('not_configured', 'The environment of Plaid must be sandbox or production.')
  return origin
}

/** The official client, with the only way out in the place of its network. */
export function clientOf(context: ProviderContext): PlaidApi {
  const { clientId, secret } = context.settings
  if (!clientId || !secret) throw new ProviderError('not_configured', 'The keys of Plaid are missing.')
  const adapter = async (config: ClientRequest) => {
    const given = Object.entries({ ...Object(config.headers) })
    const headers = given.filter(([name]) => sentHeaders.includes(name.toLowerCase()))
    const answer = await ask(context.fetch, context.now, String(config.url), {
      method: 'POST',
      headers: {
        ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
        accept: 'application/json',
        'user-agent': agent,
      },
      body: String(config.data),
      ...(context.signal ? { signal: context.signal } : {}),
    })
    const { status, headers: answered, body } = answer
    return { status, statusText: '', headers: answered, data: body.toString('utf8'), config, request: null }
  }
  return new PlaidApi(
    new Configuration({
      basePath: originOf(context),
      baseOptions: {
        adapter,
        validateStatus: null,
        headers: { 'PLAID-CLIENT-ID': clientId.reveal(), 'PLAID-SECRET': secret.reveal() },
      },
    }),
  )
}

type Answer = { status: number; data: unknown }

/** Asks; what Plaid refuses comes back as its code when `expected` has it, and else is thrown as a ProviderError. */
export async function callOr<S extends z.ZodType>(
  schema: S,
  answer: Promise<Answer>,
  expected: readonly string[],
): Promise<{ value: z.output<S> } | { refused: Refused }> {
  const { status, data } = await answer
  if (status === 200) return { value: answered(schema, data) }
  const error = refused(data)
  if (expected.includes(error.error_code)) return { refused: error }
  throw errorOf(error)
}

/** Asks, and reads an answer of a known shape. Throws ProviderError. */
export async function call<S extends z.ZodType>(schema: S, answer: Promise<Answer>): Promise<z.output<S>> {
  const result = await callOr(schema, answer, [])
  if ('value' in result) return result.value
  throw errorOf(result.refused)
}
