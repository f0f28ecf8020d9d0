import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { parseInput } from '#lib/auth/action.ts'
import { publicRoute, sessionRoute } from '#lib/auth/route.ts'
import { sessionToken } from '#lib/auth/scope.ts'
import { isId } from '#lib/core/ids.ts'
import { doorOf, liveBehind } from '#lib/imports/runs/live.ts'
import { startRun } from '#lib/imports/runs/mutations.ts'
import { listRuns } from '#lib/imports/runs/queries.ts'
import { stagedImportSchema } from '#lib/imports/schema.ts'

/** Starts importing a staged file and answers at once; it goes on when nobody looks any more. */
export const POST = sessionRoute(async (scope, request) => {
  const asked = parseInput(stagedImportSchema, await request.json())
  const token = await sessionToken()
  const door = token ? doorOf(token) : null
  const run = await startRun(scope, asked, { door, importFile: importWithAlerts })
  return Response.json(run, { status: 202 })
})

const stored = sessionRoute(async (scope, request) => {
  const asked = new URL(request.url).searchParams.get('ids')?.split(',') ?? []
  return Response.json({ runs: await listRuns(scope, asked.filter(isId).slice(0, 50)) })
})

/**
 * How far the imports are. The session that began one is answered from memory: the embedded store takes one transaction at a
 * time, so while it stores rows it cannot say who asks. Everybody else passes the gate.
 */
export const GET = publicRoute(async (request) => {
  const token = await sessionToken()
  const live = token ? liveBehind(doorOf(token)) : null
  if (!live) return stored(request, { params: Promise.resolve({}) })
  const runs = live.map(({ run }) => run)
  return Response.json({ runs }, { headers: { 'cache-control': 'private, no-store' } })
})
