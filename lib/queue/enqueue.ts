import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import type { EnqueueOptions, JobName, Jobs } from './types.ts'

/**
 * Adds a job inside the caller's transaction: it exists exactly when the write that asked for it does.
 * Under withScope the data must name the scope's household; the store refuses another.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  job: Name,
  data: Jobs[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  await bulk(tx, 'select enqueue_job($1, $2::jsonb, $3::timestamptz, $4)', [
    job,
    JSON.stringify(data),
    options.startAfter ?? null,
    options.key ?? null,
  ])
}
