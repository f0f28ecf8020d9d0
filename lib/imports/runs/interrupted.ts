import 'server-only'
import { and, eq, inArray, lt, notInArray, type SQL } from 'drizzle-orm'
import { importRuns } from '#db/schema/import-runs.ts'
import { type Tx, withOperator } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '../../env.ts'
import { liveOf } from './live.ts'
import { interrupted, storeError } from './run-error.ts'

/** A process says every 30 seconds that its runs live; after this silence it is taken for dead. */
const silentMillis = 3 * 60_000

const silentSince = (now: Date): SQL => lt(importRuns.heardAt, new Date(now.getTime() - silentMillis))

const open = inArray(importRuns.state, ['queued', 'running'])

const failed = (now: Date) => ({
  state: 'failed' as const,
  error: storeError(interrupted()),
  endedAt: now,
})

/** Ends the household's runs whose process is gone. */
export async function failSilent(tx: Tx, scope: Scope): Promise<void> {
  const own = liveOf(scope.householdId).map((live) => live.run.id)
  await tx
    .update(importRuns)
    .set(failed(scope.now))
    .where(
      and(
        eq(importRuns.householdId, scope.householdId),
        open,
        silentSince(scope.now),
        own.length > 0 ? notInArray(importRuns.id, own) : undefined,
      ),
    )
}

/**
 * When a server starts: the runs it left behind are over, and nothing of them was kept. The embedded store has one server, so
 * every open run is its own; on a shared database others may be at work, and only the silent ones are ended.
 */
export async function failInterruptedRuns(now: Date = new Date()): Promise<void> {
  const alone = env().databaseUrl === null
  await withOperator((tx) =>
    tx
      .update(importRuns)
      .set(failed(now))
      .where(and(open, alone ? undefined : silentSince(now))),
  )
}
