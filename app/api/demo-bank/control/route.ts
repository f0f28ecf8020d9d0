import { sessionRoute } from '#lib/auth/route.ts'
import { controlDemoBank } from '#lib/demo/bank/control.ts'
import { readForm } from '#lib/demo/bank/read-form.ts'

/** The counter's buttons: let time pass, break, mend, withdraw. */
export const POST = sessionRoute(async (scope, request) => {
  const { href } = await controlDemoBank(scope, await readForm(request))
  return new Response(null, { status: 303, headers: { location: href } })
})
