import 'server-only'
import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import type { Scope } from '#lib/core/scope.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import { env } from '../env.ts'
import { clientOf } from './client.ts'
import { sessionCookieName, sessionCookieOptions } from './cookie.ts'
import { readSession } from './session.ts'
import { scopeOfSession } from './session-scope.ts'
import type { Client, SessionState } from './types.ts'

/** The language of the address that is shown; proxy.ts sets it on the way in. */
export const requestLocale = cache(async (): Promise<Locale | null> => {
  const locale = (await headers()).get('x-next-intl-locale')
  return locale ? localeOf(locale) : null
})

/** The cookie of this request, if it can be a session at all. */
export async function sessionToken(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  return token && token.length <= 128 ? token : null
}

/** Hands the new session to the browser; without `keep` it also ends when the browser does. Only in an action or a route. */
export async function setSessionCookie(
  { token, expires }: { token: string; expires: Date },
  keep: boolean,
): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), token, sessionCookieOptions(keep ? expires : undefined))
}

/** The session of this request's cookie, or null; read once per request. */
export const currentSession = cache(async (): Promise<SessionState | null> => {
  const token = await sessionToken()
  await connection()
  return token ? readSession(token) : null
})

/** The network and the family of browsers of this request. */
export const requestClient = async (): Promise<Client> => clientOf(await headers(), env().publicUrl)

/** The scope of this request, or null when nobody is signed in. */
export const optionalScope = cache(async (): Promise<Scope | null> => {
  const session = await currentSession()
  return session ? scopeOfSession(session, (await requestLocale()) ?? session.locale) : null
})

/** Where to sign in, in the page's language, and to come back from there. */
async function signInAddress(): Promise<Route> {
  const path = (await headers()).get('x-minh-path') ?? '/'
  const prefix = (await requestLocale()) === 'vi' ? '/vi' : ''
  const next = path === '/' || path === prefix ? '' : `?next=${encodeURIComponent(path)}`
  const address: string = `${prefix}/sign-in${next}`
  return address as Route
}

/** For panels and pages: the session's scope, or off to the sign-in page. The one gate of everything personal on a page. */
export const requireScope = cache(async (): Promise<Scope> => {
  const scope = await optionalScope()
  if (scope) return scope
  return redirect(await signInAddress())
})

/** Like requireScope, for the pages about the session itself. */
export const requireSession = cache(async (): Promise<SessionState> => {
  const session = await currentSession()
  if (session) return session
  return redirect(await signInAddress())
})
