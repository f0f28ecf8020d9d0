import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import { parseDate } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import { cleanPayee } from '#lib/merchants/payee.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import type { ProviderRow } from '../providers/port.ts'
import { eachLinked } from '../testing/each-linked.ts'
import type { LinkedWorld } from '../testing/linked.ts'
import { incomingRows } from './incoming-rows.ts'
import { writeDecided } from './write-decided.ts'

let here: LinkedWorld

eachLinked((made) => {
  here = made.here
})

test('a row that something else stored meanwhile is told as that, not as an error of the store', async () => {
  await here.sync()
  const { scope } = here
  const date = parseDate('2026-05-01')
  if (!date) throw new Error('no day')
  const row: ProviderRow = {
    accountId: 'ACT-1',
    id: 'T-1',
    pendingId: null,
    date,
    transactionDate: null,
    minor: -100n,
    payee: 'Shop',
    rawDescription: 'SHOP',
    memo: null,
    checkNumber: null,
    status: 'posted',
    providerCategory: null,
  }
  const [incoming] = incomingRows([row], [], 'USD', cleanPayee)
  if (!incoming) throw new Error('no row')
  const same = newId()
  const write = () =>
    withScope(scope, async (tx) => {
      const own = eq(accounts.householdId, scope.householdId)
      const [account] = await tx.select().from(accounts).where(own).limit(1)
      if (!account) throw new Error('no account')
      const read = {
        key: account.id,
        sourceAccountId: null,
        bankId: null,
        last4: null,
        name: account.name,
        institution: null,
        type: account.type,
        currency: account.currency,
        ledger: null,
        available: null,
      }
      await writeDecided(
        tx,
        scope,
        { accountId: account.id, read, isEmpty: true },
        {
          fresh: [{ row: incoming, fingerprint: same }],
          updates: [],
          aliases: [],
          withdrawn: [],
          held: false,
        },
        {
          importId: newId(),
          source: 'simplefin',
          payeeOf: cleanPayee,
          categorise: await loadCategoriser(tx, scope),
        },
      )
    })
  await write()
  await expect(write()).rejects.toMatchObject({ code: 'conflict' })
})
