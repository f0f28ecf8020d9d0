import { syncWithAlerts } from '#lib/alerts/sync-with-alerts.ts'
import { reportError } from '#lib/auth/report-error.ts'
import { sessionRoute } from '#lib/auth/route.ts'
import { progressOf } from '#lib/connections/progress.ts'
import { getConnection, listSyncRuns } from '#lib/connections/queries.ts'

type Params = { id: string }

/** Begins to sync and answers at once; it goes on when nobody looks any more. */
export const POST = sessionRoute<Params>(async (scope, request, { id }) => {
  const connection = await getConnection(scope, id)
  const linked =
    connection.lastAttemptAt === null || new URL(request.url).searchParams.get('after') === 'link'
  const trigger = linked ? 'link' : 'person'
  void syncWithAlerts(scope, id, { trigger }).catch((error: unknown) => reportError(error, 'sync'))
  return Response.json({ started: true }, { status: 202 })
})

/** How far the sync is, and what the last one came to. */
export const GET = sessionRoute<Params>(async (scope, _request, { id }) => {
  const connection = await getConnection(scope, id)
  const {
    runs: [run],
  } = await listSyncRuns(scope, id, { limit: 1 })
  return Response.json({
    running: connection.running,
    progress: progressOf(id),
    run: run ?? null,
    accounts: connection.accounts.length,
  })
})
