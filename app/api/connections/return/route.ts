import { sessionRoute } from '#lib/auth/route.ts'
import { orFailure } from '#lib/connections/failure-code.ts'
import { completeLink, localeOfState } from '#lib/connections/link.ts'
import { AppError } from '#lib/core/errors.ts'
import { env } from '#lib/env.ts'

/** Where a person comes back to from their bank. The state is theirs alone and works once, so a GET may end the linking. */
export const GET = sessionRoute(async (scope, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { state = '', ...fields } = query
  const locale = localeOfState(state) ?? scope.locale
  const home = `${env().publicUrl}${locale === 'en' ? '' : `/${locale}`}`
  const go = (path: string) =>
    new Response(null, {
      status: 303,
      headers: { location: `${home}${path}`, 'cache-control': 'private, no-store' },
    })
  if (state.length < 20) throw new AppError('invalid', 'The address is not complete.')
  if (fields.error) return go('/link?failed=refused')
  const result = await orFailure(completeLink(scope, { state, fields }))
  return go(
    'failed' in result ? `/link?failed=${result.failed}` : `/connections/${result.done.connectionId}?first=1`,
  )
})
