import createMiddleware from 'next-intl/middleware'
import { routing } from '#lib/i18n/routing.ts'

export default createMiddleware(routing)

/** Everything but the API, Next's own files and files with an extension. */
export const config = { matcher: '/((?!api|_next|.*\\..*).*)' }
