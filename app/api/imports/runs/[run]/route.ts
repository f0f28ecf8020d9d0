import { requireOwnOrigin } from '#lib/auth/answering.ts'
import { publicRoute, sessionRoute } from '#lib/auth/route.ts'
import { sessionToken } from '#lib/auth/scope.ts'
import { cancelLive, doorOf, liveBehind } from '#lib/imports/runs/live.ts'
import { cancelRun } from '#lib/imports/runs/mutations.ts'

type Params = { run: string }

const stored = sessionRoute<Params>(async (scope, _request, { run }) =>
  Response.json(await cancelRun(scope, { id: run })),
)

/** Cancels an import before it is stored. The session that began it need not wait for the store, see `../route.ts`. */
export const DELETE = publicRoute<Params>(async (request, params) => {
  requireOwnOrigin(request)
  const token = await sessionToken()
  const live = token ? liveBehind(doorOf(token))?.find(({ run }) => run.id === params.run) : undefined
  if (!live) return stored(request, { params: Promise.resolve(params) })
  cancelLive(live)
  return Response.json(live.run)
})
