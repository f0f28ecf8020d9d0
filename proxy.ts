import { randomBytes } from 'node:crypto'
import { NextRequest, NextResponse } from 'next/server'
import createIntlProxy from 'next-intl/middleware'
import { sessionCookieName } from '#lib/auth/cookie.ts'
import { contentSecurityPolicy, pageHeaders } from '#lib/auth/headers.ts'
import { env } from '#lib/env.ts'
import { routing } from '#lib/i18n/routing.ts'

/** Without its Link header: that would name the host the client sent. */
const intl = createIntlProxy({ ...routing, alternateLinks: false })

/** Pages for people who are not signed in; without the language prefix. */
const publicPages = /^\/(?:sign-in|sign-up|mute|unsubscribe|docs|privacy)(?:\/|$)/

/**
 * Language, a courtesy redirect when there is no cookie at all, request id, nonce and headers. Never a lock: each panel,
 * action and route asks for its own scope. Whatever a client sent under our own names is overwritten.
 */
export default function proxy(request: NextRequest): NextResponse {
  const { publicUrl, production } = env()
  const secure = publicUrl.startsWith('https:')
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, { development: !production, secure })
  const requestId = randomBytes(12).toString('hex')

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-minh-path', pathOf(request))

  const response = signInFirst(request) ?? intl(new NextRequest(request, { headers }))
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  for (const [name, value] of Object.entries(pageHeaders(secure))) response.headers.set(name, value)
  return response
}

/** Path and search as a person sees them, without the router's own parameter. */
function pathOf(request: NextRequest): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

function signInFirst(request: NextRequest): NextResponse | null {
  const { pathname } = request.nextUrl
  const [, prefix = '', rest = '/'] = /^(\/(?:en|vi)(?=\/|$))?(.*)$/.exec(pathname) ?? []
  if (publicPages.test(rest) || request.cookies.has(sessionCookieName())) return null
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const target = new URL(`${prefix}/sign-in`, request.url)
  if (rest !== '/' && rest !== '') target.searchParams.set('next', pathOf(request))
  return NextResponse.redirect(target)
}

/** Pages only. Routes and uploads stay out: a proxied body is cut at 10 MB without a word. */
export const config = { matcher: ['/((?!api(?:/|$)|_next/|.*\\.[a-z0-9]+$).*)'] }
