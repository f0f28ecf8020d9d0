import 'server-only'
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { importRuns } from '#db/schema/import-runs.ts'
import { withScope } from '#db/scope.ts'
import { reportError } from '#lib/auth/report-error.ts'
import { isAppError, notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { ImportInput, ImportOptions } from '../mutations.ts'
import type { StagedImport } from '../schema.ts'
import type { ImportReport } from '../types.ts'
import { findUpload, settleUpload, type Upload, uploadPath } from '../uploads.ts'
import { addLive, cancelLive, findLive, type LiveRun, takeTurn, tellLive } from './live.ts'
import { runOf } from './queries.ts'
import { sayStored, storeError } from './run-error.ts'
import type { ImportRun, RunState } from './types.ts'

const keptDays = 7
const pulseMillis = 30_000

export type RunOptions = {
  /** The work waits for this: several files are noted before the first of them takes the store. */
  gate?: Promise<void>
  /** The digest of the session that asks, see `live.ts`; null where there is none. */
  door: string | null
  /** Imports the file and tells of what it brought: the page passes the import with alerts. */
  importFile: (
    scope: Scope,
    input: ImportInput,
    options: Omit<ImportOptions, 'afterWrite'>,
  ) => Promise<ImportReport>
}

const own = (scope: Scope, id: string) =>
  and(eq(importRuns.householdId, scope.householdId), eq(importRuns.id, id))

/**
 * Starts importing a staged file in this process, which took the upload in, and returns at once. A file that is on its way or
 * stored already is not started again: its run comes back. Throws `not_found` for a file of somebody else.
 */
export async function startRun(scope: Scope, asked: StagedImport, options: RunOptions): Promise<ImportRun> {
  const upload = await findUpload(scope, asked.upload)
  const { row, isNew } = await claim(scope, upload)
  const live = isNew ? null : findLive(row.id)
  if (live?.controller.signal.aborted && live.endedAt === null) {
    await live.ended
    return startRun(scope, asked, options)
  }
  return isNew ? begin(scope, upload, asked, runOf(row, scope), options) : (live?.run ?? runOf(row, scope))
}

/** One open or stored run for each upload, whoever presses twice: the index decides. */
async function claim(scope: Scope, upload: Upload) {
  const { householdId, userId, now } = scope
  return withScope(scope, async (tx) => {
    const tooOld = new Date(now.getTime() - keptDays * 24 * 3_600_000)
    await tx
      .delete(importRuns)
      .where(and(eq(importRuns.householdId, householdId), lt(importRuns.endedAt, tooOld)))
    const values = { uploadId: upload.id, fileName: upload.fileName, createdAt: now, heardAt: now }
    const [made] = await tx
      .insert(importRuns)
      .values({ householdId, userId, id: newId(), state: 'queued', ...values })
      .onConflictDoNothing()
      .returning()
    if (made) return { row: made, isNew: true }
    const [known] = await tx
      .select()
      .from(importRuns)
      .where(
        and(
          eq(importRuns.householdId, householdId),
          eq(importRuns.uploadId, upload.id),
          inArray(importRuns.state, ['queued', 'running', 'done']),
        ),
      )
    if (!known) throw notFound('The import')
    return { row: known, isNew: false }
  })
}

function begin(
  scope: Scope,
  upload: Upload,
  asked: StagedImport,
  run: ImportRun,
  { door, gate, importFile }: RunOptions,
): ImportRun {
  const live: LiveRun = {
    run,
    householdId: scope.householdId,
    door,
    controller: new AbortController(),
    endedAt: null,
    ended: Promise.resolve(),
  }
  addLive(live, Date.now())
  const pulse = setInterval(() => beat(scope, run.id), pulseMillis)
  pulse.unref()
  const work = async (): Promise<void> => {
    await gate
    await perform(scope, upload, asked, live, importFile)
    clearInterval(pulse)
  }
  live.ended = takeTurn(scope.householdId, work)
  return live.run
}

const beat = (scope: Scope, id: string): void => {
  withScope(scope, (tx) => tx.update(importRuns).set({ heardAt: sql`now()` }).where(own(scope, id))).catch(
    (error: unknown) => reportError(error, 'import run'),
  )
}

/** Never throws: how a run ended is in its row and in memory. */
async function perform(
  scope: Scope,
  upload: Upload,
  asked: StagedImport,
  live: LiveRun,
  importFile: RunOptions['importFile'],
): Promise<void> {
  const { signal } = live.controller
  try {
    signal.throwIfAborted()
    live.run = { ...live.run, state: 'running' }
    await keep(scope, live, 'running', {})
    const path = await uploadPath(upload)
    const input = { path, fileName: upload.fileName, ...asked.request, asks: true }
    const report = await importFile(scope, input, {
      signal,
      onProgress: (progress) => tellLive(live, progress),
      settle: async (tx, importId) => {
        await tx
          .update(importRuns)
          .set({ state: 'done', importId, endedAt: sql`now()` })
          .where(own(scope, live.run.id))
      },
    })
    await settleUpload(upload, report.id).catch((error: unknown) => reportError(error, 'import run'))
    close(live, { state: 'done', importId: report.id })
  } catch (error) {
    await end(scope, live, error)
  }
}

async function end(scope: Scope, live: LiveRun, error: unknown): Promise<void> {
  const cancelled = live.controller.signal.aborted
  const state = cancelled ? 'cancelled' : 'failed'
  const said = isAppError(error) || cancelled ? error : reportError(error, 'import run')
  const stored = cancelled || !(isAppError(said) || typeof said === 'string') ? null : storeError(said)
  await keep(scope, live, state, { error: stored, endedAt: new Date() }).catch((failure: unknown) =>
    reportError(failure, 'import run'),
  )
  close(live, { state, error: sayStored(stored, scope.locale) })
}

function close(live: LiveRun, how: Partial<ImportRun>): void {
  live.run = { ...live.run, progress: null, cancelling: false, ...how }
  live.endedAt = Date.now()
}

const keep = (
  scope: Scope,
  live: LiveRun,
  state: RunState,
  more: { error?: Record<string, unknown> | null; endedAt?: Date },
) =>
  withScope(scope, (tx) =>
    tx
      .update(importRuns)
      .set({ state, ...more })
      .where(own(scope, live.run.id)),
  )

/** Takes a run back before it is stored; says how it stands then. Throws `not_found`. */
export async function cancelRun(scope: Scope, { id }: { id: string }): Promise<ImportRun> {
  const live = findLive(id)
  if (live && live.householdId === scope.householdId) {
    cancelLive(live)
    return live.run
  }
  const [row] = await withScope(scope, (tx) => tx.select().from(importRuns).where(own(scope, id)))
  if (!row) throw notFound('The import')
  return runOf(row, scope)
}

/** Notes that the person saw how these runs ended. */
export const markRunsSeen = (scope: Scope, { ids }: { ids: string[] }): Promise<void> =>
  withScope(scope, async (tx) => {
    await tx
      .update(importRuns)
      .set({ seenAt: scope.now })
      .where(
        and(
          eq(importRuns.householdId, scope.householdId),
          inArray(importRuns.id, ids),
          isNull(importRuns.seenAt),
        ),
      )
  })
