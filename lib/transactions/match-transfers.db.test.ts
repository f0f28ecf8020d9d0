import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bulk, withScope } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { pairTransfers } from './match-transfers.ts'
import { addRow, createLedger, type Ledger } from './testing/ledger.ts'

const span = { from: asDate('2026-11-01'), to: asDate('2026-11-20') }

const pair = ({ scope }: Ledger, amounts?: ReadonlySet<bigint>) =>
  withScope(scope, (tx) => pairTransfers(tx, scope, { ...span, amounts }))

const paired = ({ scope }: Ledger) =>
  withScope(scope, async (tx) => {
    const rows = await bulk<{ halves: string[] }>(
      tx,
      `select array_agg(raw_description order by minor) as halves from transactions
       where household_id = $1 and transfer_id is not null group by transfer_id order by 1`,
      [scope.householdId],
    )
    return rows.map(({ halves }) => halves.join(' = '))
  })

test('only rows of the sizes just written are looked at, of either sign', async () => {
  const ledger = await createLedger()
  const { checking, savings, card } = ledger
  const row = (accountId: string, minor: bigint, text: string) =>
    addRow(ledger.scope, { accountId, minor, text, date: '2026-11-10' })
  await row(checking, -5_000n, 'TRANSFER TO SAVINGS 1')
  await row(savings, 5_000n, 'TRANSFER FROM CHECKING 1')
  await row(checking, -7_000n, 'TRANSFER TO SAVINGS 2')
  await row(savings, 7_000n, 'TRANSFER FROM CHECKING 2')
  await row(card, 900n, 'PAYMENT THANK YOU')
  expect(await pair(ledger, new Set([7_000n]))).toEqual({ pairs: 1, oneSided: 0 })
  expect(await paired(ledger)).toEqual(['TRANSFER TO SAVINGS 2 = TRANSFER FROM CHECKING 2'])
  expect(await pair(ledger, new Set([-5_000n, 900n]))).toEqual({ pairs: 1, oneSided: 1 })
  expect(await pair(ledger)).toEqual({ pairs: 0, oneSided: 0 })
})

const piece = fc.record({
  account: fc.constantFrom('checking' as const, 'savings' as const, 'card' as const),
  minor: fc.constantFrom(-300n, 300n, -200n, 200n, -100n, 100n),
  day: fc.integer({ min: 1, max: 9 }),
  moves: fc.boolean(),
})

test('looking only at the sizes of each batch finds what a look at every row finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (batches) => {
        const [narrow, wide] = [await createLedger(), await createLedger()]
        let count = 0
        for (const batch of batches) {
          for (const { account, minor, day, moves } of batch) {
            count++
            const text = `${moves ? 'ONLINE TRANSFER' : 'SOMETHING'} ${count}`
            for (const ledger of [narrow, wide])
              await addRow(ledger.scope, {
                accountId: ledger[account],
                minor,
                text,
                date: `2026-11-0${day}`,
              })
          }
          await pair(narrow, new Set(batch.map(({ minor }) => minor)))
          await pair(wide)
        }
        expect(await paired(narrow)).toEqual(await paired(wide))
      },
    ),
    { numRuns: 25 },
  )
})
