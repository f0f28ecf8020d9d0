import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { money } from '#lib/core/money.ts'
import type { Account } from './types.ts'
import { accountGroups, netWorthOf, staleDays } from './view.ts'

const today = asDate('2026-11-23')
const account = (parts: Partial<Account>): Account => ({
  id: 'a',
  name: 'A',
  institution: null,
  type: 'checking',
  currency: 'USD',
  last4: null,
  balance: money(1_000n, 'USD'),
  available: null,
  balanceAsOf: today,
  balanceSource: 'file',
  balanceUpdatedAt: null,
  source: 'file',
  connectionId: null,
  hidden: false,
  includeInNetWorth: true,
  creditLimit: null,
  version: 1,
  ...parts,
})

test('net worth is what is owned minus what is owed, without hidden, foreign and unknown balances', () => {
  const worth = netWorthOf(
    [
      account({}),
      account({ type: 'credit_card', balance: money(-300n, 'USD') }),
      account({ currency: 'VND', balance: money(5_000n, 'VND') }),
      account({ hidden: true }),
      account({ includeInNetWorth: false }),
      account({ balance: null }),
    ],
    'USD',
    today,
  )
  expect(worth.net).toEqual({ total: null, known: money(700n, 'USD'), missing: 1 })
  expect(worth.owed.known).toEqual(money(300n, 'USD'))
  expect(worth.notConverted).toEqual([money(5_000n, 'VND')])
  expect(worth.unknown).toBe(1)
})

test('groups keep the order of types and total each currency apart', () => {
  const groups = accountGroups([
    account({ type: 'loan' }),
    account({}),
    account({ currency: 'VND', balance: money(7n, 'VND') }),
  ])
  expect(groups.map((group) => group.type)).toEqual(['checking', 'loan'])
  expect(groups[0]?.totals).toEqual([money(1_000n, 'USD'), money(7n, 'VND')])
})

test('a statement older than five weeks is stale, an account kept by hand never', () => {
  expect(staleDays(account({ balanceAsOf: asDate('2026-10-01') }), today)).toBe(53)
  expect(staleDays(account({ balanceAsOf: asDate('2026-11-01') }), today)).toBeNull()
  expect(staleDays(account({ balanceAsOf: asDate('2026-01-01'), source: 'manual' }), today)).toBeNull()
})
