import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { type EnableSimulator, enableSimulator } from '../testing/simulators/enablebanking.ts'
import { transactionsAnswer } from './enablebanking/answer.ts'
import { rowsOf } from './enablebanking/rows.ts'
import { enablebanking } from './enablebanking.ts'

const world = async (bank: SimulatedBank, set: (simulator: EnableSimulator) => void = () => undefined) => {
  const simulator = await enableSimulator(bank)
  set(simulator)
  return {
    provider: enablebanking,
    origin: simulator.origin,
    settings: {
      origin: secretOf(simulator.origin),
      applicationId: secretOf(simulator.applicationId),
      privateKey: secretOf(simulator.privateKey),
    },
    answer: () => noKept({ code: simulator.code() }),
    close: simulator.close,
    simulator,
  }
}

providerContract('Enable Banking', world)
providerContract('Enable Banking, in small pages', (bank) =>
  world(bank, (simulator) => {
    simulator.pageSize = 7
  }),
)

describe('Enable Banking', () => {
  const account = { uid: 'u', currency: 'EUR', identification_hash: 'A' }
  const today = asDate('2026-11-01')
  const open = async (set: (simulator: EnableSimulator) => void = () => undefined) => {
    const bank = simulatedBank()
    bookSomeWeeks(bank)
    const place = await world(bank, set)
    const linked = await enablebanking.completeLink(contextFor(place, null), place.answer())
    return { bank, place, linked, context: contextFor(place, linked.secret) }
  }

  test('the person is sent to the bank with a consent of 90 days, and its end is kept', async () => {
    const { place, linked } = await open()
    const request = {
      institutionId: 'FI:Simulated Bank',
      returnUrl: 'http://localhost/link',
      state: 'abc',
      repair: false,
      known: { linked: [], ever: 0 },
    }
    const start = await enablebanking.startLink(contextFor(place, null), request)
    expect(start).toMatchObject({ kind: 'redirect' })
    expect(start.kind === 'redirect' && start.url).toContain('state=abc&until=2027-01-30T15:00:00.000Z')
    expect(linked).toMatchObject({ institutionName: 'Simulated Bank', itemKey: 'ACT-1 ACT-2' })
    expect(linked.consentExpiresAt?.toISOString()).toBe('2027-01-30T00:00:00.000Z')
    expect(await enablebanking.listInstitutions?.(contextFor(place, null), 'FI')).toEqual([
      { id: 'FI:Simulated Bank', name: 'Simulated Bank' },
      { id: 'FI:Another Bank', name: 'Another Bank' },
    ])
    await place.close()
  })

  test('pages that never end are cut off, and then no row is taken for gone', async () => {
    const { place, context } = await open((simulator) => {
      simulator.endless = true
    })
    const { listed } = await enablebanking.pull(context, null, () => undefined)
    expect(listed).toEqual([])
    expect(place.simulator.requests()).toBeLessThan(110)
    await place.close()
  })

  test('rows without a reference have one made of what they say, equals told apart, the same each time', async () => {
    const { bank, place, context } = await open((simulator) => {
      simulator.nameless = true
    })
    for (let twin = 0; twin < 2; twin++)
      bank.book({ accountId: 'ACT-1', date: bank.today, minor: -350n, description: 'COFFEE', pending: false })
    const ids = async () =>
      (await enablebanking.pull(context, null, () => undefined)).added.map(({ id }) => id).sort()
    const first = await ids()
    expect(new Set(first).size).toBe(bank.rows.size)
    expect(await ids()).toEqual(first)
    await place.close()
  })

  test('a row in another currency than its account is left out and told, not added as if it were the same', async () => {
    const { bank, place, context } = await open((simulator) => {
      simulator.foreign = 'SUSHI'
    })
    bank.book({ accountId: 'ACT-1', date: bank.today, minor: -120000n, description: 'SUSHI', pending: false })
    const { added, notices } = await enablebanking.pull(context, null, () => undefined)
    expect(added.map(({ payee }) => payee)).not.toContain('SUSHI')
    expect(added).toHaveLength(bank.rows.size - 1)
    expect(notices).toEqual([{ code: 'custom_currency', accountId: 'ACT-1' }])
    await place.close()
  })

  test('an account of several currencies counts in that of its balance', async () => {
    const { bank, place, context } = await open((simulator) => {
      simulator.manyCurrencies = true
    })
    const { accounts, added, notices } = await enablebanking.pull(context, null, () => undefined)
    expect(accounts.map(({ currency }) => currency)).toEqual(['USD', 'USD'])
    expect(added).toHaveLength(bank.rows.size)
    expect(notices).toEqual([])
    await place.close()
  })

  test('a consent that ends within a week is said', async () => {
    const { place, context } = await open((simulator) => {
      simulator.validUntil = '2026-11-05T00:00:00Z'
    })
    expect((await enablebanking.health(context)).state).toBe('expiring')
    await place.close()
  })

  test('revoking closes the session at the bank', async () => {
    const { bank, place, context } = await open()
    expect(await enablebanking.revoke(context)).toBe(true)
    expect(bank.revoked).toBe(true)
    await place.close()
  })

  test('the bank’s own words are made plain, and a remark about an account is no bank', async () => {
    const { place, linked } = await open()
    const kept = JSON.parse(linked.secret.reveal())
    kept.accounts[0].name = null
    kept.accounts[0].details = '<b>Giro\u202e</b>konto'
    const context = contextFor(place, secretOf(JSON.stringify(kept)))
    const [told] = await enablebanking.listAccounts(context)
    expect(told).toMatchObject({ name: 'Giro konto', institution: null })
    await place.close()
  })

  test('the printed example is read, with the sign of its direction', () => {
    const sample = readFileSync('../shared/samples/api/enablebanking/transactions.json', 'utf8')
    const { transactions } = transactionsAnswer.parse(JSON.parse(sample))
    expect(rowsOf(account, transactions, today)).toMatchObject([
      { id: '5561990681', minor: -123n, payee: 'MyPreferredAisp', date: '2026-10-03', status: 'posted' },
    ])
  })
})
