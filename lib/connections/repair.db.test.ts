import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { connections } from '#db/schema/connections.ts'
import { withScope } from '#db/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { beginLink } from './link.ts'
import { renewConsent } from './mutations.ts'
import { getConnection } from './queries.ts'
import { eachLinked } from './testing/each-linked.ts'
import { atDay, consent, type LinkedWorld } from './testing/linked.ts'
import type { SimulatedBank } from './testing/simulated-bank.ts'
import { healthOf } from './view.ts'

let bank: SimulatedBank
let here: LinkedWorld

eachLinked((made) => {
  bank = made.bank
  here = made.here
})

test('a login is repaired at its own provider only: another one never sees its key', async () => {
  for (const provider of ['demo', 'plaid', 'paypal'] as const) {
    const begun = beginLink(
      here.scope,
      {
        provider,
        institutionId: null,
        returnUrl: 'http://localhost/link',
        consent,
        connectionId: here.connectionId,
      },
      here.world,
    )
    await expect(begun).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('an access that ended at the bank is renewed there: agreeing again here would not help', async () => {
  const ends = new Date(here.scope.now.getTime() + 5 * 86_400_000)
  await withScope(here.scope, (tx) =>
    tx.update(connections).set({ consentExpiresAt: ends }).where(eq(connections.id, here.connectionId)),
  )
  const agree = { id: here.connectionId, purposes: ['show' as const], days: 365 }
  expect(await renewConsent(here.scope, agree)).toEqual({ expiresAt: ends })
  await here.sync()
  const later = atDay(here.scope, addDays(bank.today, 6))
  const connection = await getConnection(later, here.connectionId)
  expect(healthOf(connection, later.now)).toEqual({ health: 'person', action: 'repair' })
  await expect(renewConsent(later, agree)).rejects.toMatchObject({ code: 'conflict' })
})
