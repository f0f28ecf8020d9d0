import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { parseInput } from '#lib/auth/action.ts'
import { reportError } from '#lib/auth/report-error.ts'
import { publicRoute, sessionRoute } from '#lib/auth/route.ts'
import { sayError } from '#lib/auth/say-error.ts'
import { sessionToken } from '#lib/auth/scope.ts'
import { isAppError } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { doorOf, liveBehind } from '#lib/imports/runs/live.ts'
import { startRun } from '#lib/imports/runs/mutations.ts'
import { listRuns } from '#lib/imports/runs/queries.ts'
import type { ImportRun } from '#lib/imports/runs/types.ts'
import { startImportsSchema } from '#lib/imports/schema.ts'

/** Starts importing staged files, in the order given, and answers at once; they go on when nobody looks any more. */
export const POST = sessionRoute(async (scope, request) => {
  const { files } = parseInput(startImportsSchema, await request.json())
  const token = await sessionToken()
  const door = token ? doorOf(token) : null
  const started: (ImportRun | { upload: string; error: string })[] = []
  const gate = Promise.withResolvers<void>()
  for (const file of files) {
    const run = startRun(scope, file, { door, gate: gate.promise, importFile: importWithAlerts })
    started.push(await run.catch((error: unknown) => refusal(file.upload, error, scope.locale)))
  }
  gate.resolve()
  return Response.json({ started }, { status: 202 })
})

/** One file that cannot start does not hold the others up. */
function refusal(upload: string, error: unknown, locale: Locale): { upload: string; error: string } {
  const said = isAppError(error) ? error : reportError(error, 'import')
  return { upload, error: sayError(said, locale).message }
}

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
