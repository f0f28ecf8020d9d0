import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { bulk, withScope } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { rejectTransfer } from './decide-transfers.ts'
import { pairTransfers } from './match-transfers.ts'
import { addAccount, addRow, createLedger, type Ledger } from './testing/ledger.ts'

const span = { from: asDate('2026-10-01'), to: asDate('2026-11-23') }

async function withPaypal(): Promise<Ledger & { paypal: string }> {
  const ledger = await createLedger()
  const paypal = await addAccount(ledger.scope, 'checking')
  await withScope(ledger.scope, (tx) =>
    tx.update(accounts).set({ name: 'PayPal USD', institution: 'PayPal' }).where(eq(accounts.id, paypal)),
  )
  return { ...ledger, paypal }
}

const pair = (ledger: Ledger) => withScope(ledger.scope, (tx) => pairTransfers(tx, ledger.scope, span))

const spent = async ({ scope }: Ledger): Promise<string> => {
  const [row] = await withScope(scope, (tx) =>
    bulk<{ sum: string }>(
      tx,
      'select coalesce(sum(minor), 0)::text as sum from spending_entries where household_id = $1',
      [scope.householdId],
    ),
  )
  return row?.sum ?? ''
}

const rowsOf = ({ scope }: Ledger) =>
  withScope(scope, (tx) =>
    bulk<{ id: string; kind: string; transfer: string | null; version: number }>(
      tx,
      'select id, kind, transfer_id as transfer, version from transactions where household_id = $1 order by id',
      [scope.householdId],
    ),
  )

const row = (
  ledger: Ledger & { paypal: string },
  side: 'bank' | 'card' | 'real' | 'movement',
  minor: bigint,
  date: string,
) =>
  addRow(ledger.scope, {
    accountId: side === 'bank' ? ledger.checking : side === 'card' ? ledger.card : ledger.paypal,
    minor,
    date,
    text: {
      bank: 'PAYPAL INST XFER SPOTIFY',
      card: 'PAYPAL *SPOTIFY 4029357733',
      real: 'Spotify AB',
      movement: 'PayPal deposit from bank account',
    }[side],
    categoryId: ledger.category(side === 'movement' ? 'transfer' : 'streaming'),
  })

test('the bank row goes with the money that arrived at PayPal, and the purchase counts once', async () => {
  const ledger = await withPaypal()
  const bank = await row(ledger, 'bank', -1299n, '2026-11-12')
  const purchase = await row(ledger, 'real', -1299n, '2026-11-10')
  const funding = await row(ledger, 'movement', 1299n, '2026-11-10')
  await pair(ledger)
  const rows = new Map((await rowsOf(ledger)).map((found) => [found.id, found]))
  expect(rows.get(bank)).toMatchObject({ kind: 'transfer', transfer: rows.get(funding)?.transfer })
  expect(rows.get(bank)?.transfer).not.toBeNull()
  expect(rows.get(purchase)).toMatchObject({ kind: 'standard', transfer: null })
  expect(await spent(ledger)).toBe('-1299')
  const before = await rowsOf(ledger)
  await pair(ledger)
  expect(await rowsOf(ledger)).toEqual(before)
})

test('without such a row the bank row is a transfer, and no row is made up', async () => {
  const ledger = await withPaypal()
  const card = await row(ledger, 'card', -999n, '2026-11-12')
  const purchase = await row(ledger, 'real', -999n, '2026-11-10')
  await pair(ledger)
  const rows = await rowsOf(ledger)
  expect(rows).toHaveLength(2)
  expect(rows.find(({ id }) => id === card)?.kind).toBe('transfer')
  expect(rows.find(({ id }) => id === purchase)?.kind).toBe('standard')
  expect(await spent(ledger)).toBe('-999')
})

test('what the user took apart stays apart', async () => {
  const ledger = await withPaypal()
  const card = await row(ledger, 'card', -999n, '2026-11-12')
  await row(ledger, 'real', -999n, '2026-11-10')
  await pair(ledger)
  await rejectTransfer(ledger.scope, { id: card })
  await pair(ledger)
  expect(await spent(ledger)).toBe('-1998')
})

test('a bank row that the user gave a category stays what it is', async () => {
  const ledger = await withPaypal()
  await addRow(ledger.scope, {
    accountId: ledger.checking,
    minor: -999n,
    date: '2026-11-12',
    text: 'PAYPAL INST XFER',
    categoryId: ledger.category('streaming'),
    source: 'user',
  })
  await row(ledger, 'real', -999n, '2026-11-10')
  await pair(ledger)
  expect(await spent(ledger)).toBe('-1998')
})

test('too far apart, or of two accounts that fit alike: nothing is decided', async () => {
  const ledger = await withPaypal()
  await row(ledger, 'bank', -500n, '2026-11-12')
  await row(ledger, 'real', -500n, '2026-11-07')
  await row(ledger, 'bank', -700n, '2026-11-12')
  await row(ledger, 'card', -700n, '2026-11-12')
  await row(ledger, 'real', -700n, '2026-11-12')
  await pair(ledger)
  expect((await rowsOf(ledger)).filter(({ transfer }) => transfer !== null)).toEqual([])
})

test('without PayPal the bank row is the purchase', async () => {
  const ledger = await createLedger()
  await addRow(ledger.scope, { accountId: ledger.checking, minor: -999n, text: 'PAYPAL *SPOTIFY' })
  await pair(ledger)
  expect(await spent(ledger)).toBe('-999')
})

const purchases = fc.uniqueArray(
  fc.record({
    minor: fc.bigInt({ min: 100n, max: 900n }),
    day: fc.integer({ min: 10, max: 24 }),
    lag: fc.integer({ min: 0, max: 4 }),
    by: fc.constantFrom('bank' as const, 'card' as const),
    shown: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6, selector: ({ minor }) => minor },
)

test('spending counts once in any order of arrival', async () => {
  await fc.assert(
    fc.asyncProperty(
      purchases,
      fc.array(fc.nat(), { minLength: 18, maxLength: 18 }),
      async (bought, order) => {
        const ledger = await withPaypal()
        const steps = bought.flatMap(({ minor, day, lag, by, shown }) => [
          () => row(ledger, by, -minor, `2026-10-${day + lag}`),
          () => row(ledger, 'real', -minor, `2026-10-${day}`),
          ...(shown ? [() => row(ledger, 'movement', minor, `2026-10-${day}`)] : []),
        ])
        const shuffled = steps
          .map((step, at) => ({ step, key: order[at] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
        for (const { step } of shuffled) {
          await step()
          await pair(ledger)
        }
        const sum = bought.reduce((total, { minor }) => total - minor, 0n)
        expect(await spent(ledger)).toBe(String(sum))
      },
    ),
    { numRuns: 12, seed: 4 },
  )
}, 120_000)
