import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConnections, withConnection } from '#db/client.ts'
import { withOperator, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { newId } from '#lib/core/ids.ts'
import { createBoss, installQueue } from './boss.ts'
import { enqueue } from './enqueue.ts'
import type { JobHandlers } from './types.ts'
import { startWorker } from './worker.ts'

beforeAll(installQueue)
afterAll(closeConnections)

const columns = async (id: string): Promise<Record<string, unknown>> => {
  const rows = await withConnection(
    async (client) =>
      (await client.query('select * from pgboss.job where data ->> $1 = $2', ['mailId', id])).rows,
  )
  expect(rows).toHaveLength(1)
  const { id: _id, data: _data, start_after, created_on, keep_until, ...rest } = rows[0]
  return { ...rest, retained: keep_until.getTime() - start_after.getTime(), waits: start_after >= created_on }
}

test('a job added by a transaction of the app is like one that pg-boss adds itself', async () => {
  const { householdId, ...scope } = await createHousehold()
  const own = newId()
  const theirs = newId()
  await withScope({ householdId, ...scope }, (tx) => enqueue(tx, 'mail.send', { householdId, mailId: own }))
  const boss = createBoss({ supervise: false, schedule: false })
  await boss.start()
  await boss.send('mail.send', { householdId, mailId: theirs })
  await boss.stop({ graceful: false, close: false })
  expect(await columns(own)).toEqual(await columns(theirs))
})

test('a worker runs what was committed, tries again what failed, and stops when told', async () => {
  const scope = await createHousehold()
  const mailId = newId()
  const runs: string[] = []
  const reported: unknown[] = []
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const handlers: JobHandlers = {
    'mail.send': async (data) => {
      if (data.mailId !== mailId) return
      runs.push(data.householdId)
      if (runs.length === 1) throw new Error('first try fails')
      finish()
    },
    'mail.sweep': async () => undefined,
    'sessions.sweep': async () => undefined,
    'connections.sync': async () => undefined,
    'connections.sweep': async () => undefined,
  }
  await withOperator((tx) =>
    enqueue(tx, 'mail.send', { householdId: scope.householdId, mailId }, { startAfter: new Date() }),
  )
  await withConnection((client) =>
    client.query(
      `update pgboss.job set retry_delay = 0, retry_backoff = false where data ->> 'mailId' = $1`,
      [mailId],
    ),
  )
  const worker = await startWorker({
    handlers,
    schedule: [{ job: 'mail.sweep', cron: '*/5 * * * *' }],
    report: (error) => reported.push(error),
    pollSeconds: 0.5,
  })
  await finished
  await worker.stop()
  expect(runs).toEqual([scope.householdId, scope.householdId])
  expect(reported).toHaveLength(1)
})
