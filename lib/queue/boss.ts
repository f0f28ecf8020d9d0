import 'server-only'
import { PgBoss } from 'pg-boss'
import { withConnection } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { jobNames, queues } from './queues.ts'

/**
 * pg-boss over the process's own connections, so that it survives a restart of the database like everything else does.
 * A statement is short: the embedded engine runs one transaction at a time.
 */
export function createBoss(options: { supervise: boolean; schedule: boolean }): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => withConnection((client) => client.query(text, values)) },
    backend: env().databaseUrl ? 'postgres' : 'pglite',
    schema: 'pgboss',
    supervise: options.supervise,
    schedule: options.schedule,
    migrate: true,
    useListenNotify: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 60,
    cronMonitorIntervalSeconds: 20,
    cronWorkerIntervalSeconds: 5,
    flowIntervalSeconds: 3600,
    bamIntervalSeconds: 600,
  })
  return boss
}

/** Makes or updates the queue's schema and queues. Run it after the migrations and before anything may enqueue. */
export async function installQueue(): Promise<void> {
  const boss = createBoss({ supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    await ensureQueues(boss)
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}

/** Creates the queues that are missing and brings the settings of the others up to date. */
export async function ensureQueues(boss: PgBoss): Promise<void> {
  for (const name of jobNames) {
    const { policy, ...settings } = queues[name]
    await boss.createQueue(name, { policy, ...settings })
    await boss.updateQueue(name, settings)
  }
}
