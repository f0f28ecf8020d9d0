import { sessionRoute } from '#lib/auth/route.ts'
import { decideConsent } from '#lib/demo/bank/consent.ts'
import { readForm } from '#lib/demo/bank/read-form.ts'

/** The consent page's form: leads back to where the person came from. */
export const POST = sessionRoute(async (scope, request) => {
  const { href } = await decideConsent(scope, await readForm(request))
  return new Response(null, { status: 303, headers: { location: href } })
})
