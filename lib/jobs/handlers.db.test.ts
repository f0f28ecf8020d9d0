import { afterAll, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { linkAttempts } from '#db/schema/connections.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { beginLink } from '#lib/connections/link.ts'
import { atMoment, consent } from '#lib/connections/testing/linked.ts'
import { handlers } from './handlers.ts'

afterAll(closeConnections)

test('a linking nobody came back from is forgotten with the nightly sweep, one that is under way is not', async () => {
  const now = await createHousehold()
  const twoHoursAgo = atMoment(now, new Date(now.now.getTime() - 2 * 3_600_000))
  for (const scope of [twoHoursAgo, now])
    await beginLink(scope, {
      provider: 'simplefin',
      institutionId: null,
      returnUrl: 'http://localhost/link',
      consent,
    })
  await handlers['sessions.sweep']({}, new AbortController().signal)
  const left = await withScope(now, (tx) => tx.select().from(linkAttempts))
  expect(left.map(({ expiresAt }) => expiresAt.getTime() > now.now.getTime())).toEqual([true])
})

test('a sync that was queued before its login ended is no error of the worker', async () => {
  const { householdId, userId } = await createHousehold()
  const connectionId = crypto.randomUUID()
  await handlers['connections.sync']({ householdId, userId, connectionId }, new AbortController().signal)
})
