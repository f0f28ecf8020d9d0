import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import { AppError, type FieldError, isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { unstorableAt } from '#lib/core/storable-text.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { env } from '../env.ts'
import { createLimiter } from './limiter.ts'
import { isOwnOrigin } from './origin.ts'
import { reportError } from './report-error.ts'
import { sayError } from './say-error.ts'
import { optionalScope, requestLocale } from './scope.ts'

export type ActionError = { code: string; message: string; errors?: FieldError[] }
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError }

export type ActionOptions = {
  /** False for interactive reads: the page is not rendered again. */
  refresh?: boolean
}

const perPerson = createLimiter(300, 60_000)
const perProcess = createLimiter(600, 60_000)

/** Strict at the top: a field nobody asked for is an error, not ignored. */
const strict = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema)

export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const unstorable = unstorableAt(input)
  if (unstorable !== null)
    throw new AppError('invalid', 'Some fields are not valid.', {
      messageKey: 'unstorable',
      errors: [{ path: unstorable, message: 'unstorable' }],
    })
  const parsed = strict(schema).safeParse(input)
  if (parsed.success) return parsed.data as z.output<S>
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError('invalid', 'Some fields are not valid.', { errors })
}

async function run<T>(name: string, work: () => Promise<T>, refreshes: boolean): Promise<ActionResult<T>> {
  let locale: Locale = defaultLocale
  try {
    locale = (await requestLocale()) ?? defaultLocale
    if (!isOwnOrigin(await headers(), env().publicUrl))
      throw new AppError('forbidden', 'The request does not come from this site.', {
        messageKey: 'foreignOrigin',
      })
    const data = await work()
    if (refreshes) refresh()
    return { ok: true, data }
  } catch (error) {
    unstable_rethrow(error)
    if (isAppError(error)) return { ok: false, error: sayError(error, locale) }
    return { ok: false, error: sayError(reportError(error, `action ${name}`), locale) }
  }
}

/**
 * Makes a server action: own origin, session, rate limit, strict input, then the mutation or query. Expected failures come
 * back as `{ ok: false, error }`, translated; anything else is logged under a number and said in general words.
 */
export const action =
  <S extends z.ZodType, T>(
    schema: S,
    act: (scope: Scope, input: z.output<S>) => Promise<T>,
    options: ActionOptions = {},
  ) =>
  (input: z.input<S>): Promise<ActionResult<T>> =>
    run(
      act.name,
      async () => {
        const scope = await optionalScope()
        if (!scope) throw new AppError('unauthenticated', 'Nobody is signed in.')
        limit(perPerson.take(scope.userId))
        return act(scope, parseInput(schema, input))
      },
      options.refresh ?? true,
    )

/** An action for people who are not signed in (sign-in, sign-up); it limits attempts by itself and never refreshes. */
export const publicAction =
  <S extends z.ZodType, T>(schema: S, act: (input: z.output<S>) => Promise<T>) =>
  (input: z.input<S>): Promise<ActionResult<T>> =>
    run(
      act.name,
      async () => {
        limit(perProcess.take('public'))
        return act(parseInput(schema, input))
      },
      false,
    )

function limit(wait: number | null): void {
  if (wait !== null) throw new AppError('rate_limited', 'Too many requests.', { retryAfterSeconds: wait })
}
