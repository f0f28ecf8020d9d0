import 'server-only'
import { z } from 'zod'
import { answering } from '#lib/auth/route.ts'
import { tokenScope } from '#lib/auth/token.ts'
import { AppError } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { checked } from './checked.ts'
import { type Answer, idempotent, requestHash } from './idempotency.ts'

/** What a handler of the public API gets: query and body have been through their schema. */
export type Call<Q, B> = { scope: Scope; request: Request; id: string; query: Q; body: B }

type Options<Q extends z.ZodType, B extends z.ZodType> = {
  query?: Q
  body?: B
  status?: number
  /** The handler reads the body itself, settles the Idempotency-Key by `once` and returns a Response. */
  ownBody?: boolean
}

const nothing = z.strictObject({})

export const idempotencyKey = (request: Request): string | null => request.headers.get('idempotency-key')

async function jsonBody(text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'The body is not JSON.', { errors: [{ path: '', message: 'not JSON' }] })
  }
}

/** An answer as it goes out. */
export const respond = ({ status, body }: Answer): Response =>
  new Response(status === 204 ? null : body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })

/**
 * A route of the public API: bearer token with the scope it needs, strict query, strict JSON body, `Idempotency-Key` on POST,
 * errors as problem+json. The handler returns what becomes the JSON body; `undefined` answers 204.
 */
export const tokenRoute =
  <Q extends z.ZodType = typeof nothing, B extends z.ZodType = z.ZodUndefined>(
    needed: 'read' | 'write',
    options: Options<Q, B>,
    handle: (call: Call<z.output<Q>, z.output<B>>) => Promise<unknown>,
  ) =>
  (request: Request, context: { params: Promise<{ id?: string } | undefined> }): Promise<Response> =>
    answering(request, async () => {
      const scope = await tokenScope(request, needed)
      const id = (await context.params)?.id ?? ''
      if (id !== '' && !isId(id)) throw new AppError('not_found', 'Not found.')
      const url = new URL(request.url)
      const query = checked(
        options.query ?? nothing,
        Object.fromEntries(url.searchParams),
        'query',
      ) as z.output<Q>
      const text = options.body ? await request.text() : ''
      const body = (
        options.body ? checked(options.body, await jsonBody(text), 'body') : undefined
      ) as z.output<B>
      const call = { scope, request, id, query, body }
      if (options.ownBody) {
        const result = await handle(call)
        return result instanceof Response ? result : Response.json(result)
      }
      const key = request.method === 'POST' ? idempotencyKey(request) : null
      const answer = await idempotent(
        scope,
        key,
        () => requestHash(request.method, url.pathname, text),
        async () => {
          const result = await handle(call)
          return result === undefined
            ? { status: 204, body: '' }
            : { status: options.status ?? 200, body: JSON.stringify(result) }
        },
      )
      return respond(answer)
    })
