import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { backtest } from './backtest.ts'
import { listAlerts } from './queries.ts'
import { insertRows, openAccounts, quietYear, write } from './testing/ledger.ts'

let scope: Scope
let ids: Record<string, string>

beforeEach(async () => {
  scope = await createHousehold({ now: new Date('2026-10-31T12:00:00Z') })
  ids = await openAccounts(scope, { Everyday: {} })
})

afterAll(closeConnections)

describe('back-test', () => {
  test('replays the evaluation over 90 days, with the rows', async () => {
    const twins = (date: string) => [1, 2].map(() => ({ date, minor: -777, payee: `Shop of ${date}` }))
    await withScope(scope, (tx) =>
      insertRows(
        tx,
        scope,
        ids,
        ['2026-07-01', '2026-08-05', '2026-09-09', '2026-10-20'].flatMap(twins),
        null,
      ),
    )
    const result = await backtest(scope, { type: 'duplicate_charge', params: {} })
    expect(result).toMatchObject({ days: 90, from: '2026-08-02', to: '2026-10-31' })
    expect(result.hits.map((hit) => [hit.occurredOn, hit.evidence.rows.length])).toEqual([
      ['2026-10-20', 2],
      ['2026-09-09', 2],
      ['2026-08-05', 2],
    ])
    expect((await listAlerts(scope, { show: 'all' })).alerts).toEqual([])
  })

  test('agrees with what the writes of that time told of, for balances', async () => {
    await write(scope, ids, quietYear(), {
      balance: { account: 'Everyday', minor: 500_000, day: '2026-09-30' },
    })
    await write(scope, ids, [{ date: '2026-10-02', minor: -490_000, payee: 'Car', kind: 'transfer' }], {
      balance: { account: 'Everyday', minor: 10_000, day: '2026-10-02' },
    })
    await write(scope, ids, [{ date: '2026-10-05', minor: 300_000, payee: 'Salary' }], {
      balance: { account: 'Everyday', minor: 310_000, day: '2026-10-05' },
    })
    const { hits } = await backtest(scope, { type: 'low_balance', params: {} })
    expect(hits.map((hit) => hit.occurredOn)).toEqual(['2026-10-02'])
    expect(hits[0]?.evidence.rows[0]?.payee).toBe('Car')
    const strict = await backtest(scope, { type: 'low_balance', params: { thresholds: { USD: '50.00' } } })
    expect(strict.hits).toEqual([])
  })

  test('refuses parameters that are none', async () => {
    const bad = backtest(scope, { type: 'low_balance', params: { thresholds: { USD: '-5' } } })
    await expect(bad).rejects.toMatchObject({
      code: 'invalid',
      details: { errors: [{ path: 'params.thresholds.USD' }] },
    })
  })
})
