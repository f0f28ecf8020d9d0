import { muteFromMail } from '#lib/alerts/mute-from-mail.ts'
import { publicRoute } from '#lib/auth/route.ts'
import { mutePageUrl } from '#lib/mail/mute-link.ts'

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('t') ?? ''

/** What a mail program's "unsubscribe" posts (RFC 8058), and the page's own button. The token is the proof; no session is asked. */
export const POST = publicRoute(async (request) => {
  const form = await request.formData().catch(() => null)
  const token = tokenOf(request)
  const muted = await muteFromMail(token)
  const locale = form?.get('page')
  if (typeof locale === 'string') return see(mutePageUrl(token, locale, muted !== null))
  return new Response(muted ? 'Muted.\n' : 'This link does not work.\n', { status: muted ? 200 : 404 })
})

/** Opening the address never acts: link scanners do that. It leads to the page that asks. */
export const GET = publicRoute(async (request) => see(mutePageUrl(tokenOf(request), 'en', false)))

const see = (location: string): Response => new Response(null, { status: 303, headers: { location } })
