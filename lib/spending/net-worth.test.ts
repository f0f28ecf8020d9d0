import { expect, test } from 'vitest'
import type { BalanceHistory } from '#lib/accounts/types.ts'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { netWorthOf } from './net-worth.ts'

const history = (parts: Partial<BalanceHistory>, start: string, balances: bigint[]): BalanceHistory => ({
  accountId: 'a',
  currency: 'USD',
  type: 'checking',
  includeInNetWorth: true,
  ...parts,
  points: balances.map((minor, index) => ({ day: addDays(asDate(start), index), minor })),
})

const ends = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => ({ from: asDate(day), to: asDate(day) }))

test('assets less liabilities; what is not known is counted, not guessed', () => {
  const worth = netWorthOf(
    [
      history({}, '2026-01-01', [100n, 110n, 120n]),
      history({ type: 'credit_card' }, '2026-01-02', [-30n, 5n]),
      history({ currency: 'VND' }, '2026-01-01', [7n, 8n, 9n]),
      history({ includeInNetWorth: false }, '2026-01-01', [1000n]),
      history({ type: 'savings' }, '2026-01-01', []),
    ],
    'USD',
    ends,
  )
  expect(worth.data).toEqual([
    { date: '2026-01-01', assets: 100n, liabilities: 0n, net: 100n, missing: 3 },
    { date: '2026-01-02', assets: 110n, liabilities: 30n, net: 80n, missing: 2 },
    { date: '2026-01-03', assets: 120n, liabilities: -5n, net: 125n, missing: 2 },
  ])
  expect(worth.others).toEqual([{ minor: 9n, currency: 'VND' }])
})
