import 'server-only'
import { bulk, withOperator } from '#db/scope.ts'
import { enqueue } from '#lib/queue/enqueue.ts'

type Due = { householdId: string; userId: string; connectionId: string }

/**
 * Queues a sync of every connection whose time has come; at most 200 a sweep, the longest waiting first. One that waits for its
 * owner has no time, unless other banks behind it still answer.
 */
export const queueDueSyncs = (now: Date): Promise<number> =>
  withOperator(async (tx) => {
    const due = await bulk<Due>(
      tx,
      `select household_id as "householdId", owner_id as "userId", id as "connectionId" from connections
       where next_sync_at <= $1 and state <> 'disconnected' and (lease_expires_at is null or lease_expires_at <= $1)
       order by next_sync_at limit 200`,
      [now],
    )
    for (const connection of due)
      await enqueue(tx, 'connections.sync', connection, { key: connection.connectionId })
    return due.length
  })
