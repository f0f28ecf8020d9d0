import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { type Secret, secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { type PaypalSimulator, paypalKey, paypalSimulator } from '../testing/simulators/paypal.ts'
import { transactionsAnswer } from './paypal/answer.ts'
import { halve, rangesFrom, startOf } from './paypal/ranges.ts'
import { rowsOf } from './paypal/rows.ts'
import { paypal } from './paypal.ts'

const world = async (bank: SimulatedBank, set: (simulator: PaypalSimulator) => void = () => undefined) => {
  for (const account of bank.accounts) if (account.id === 'ACT-2') account.currency = 'EUR'
  const currencyOf = (id: string) => (id === 'ACT-2' ? 'EUR' : 'USD')
  const simulator = await paypalSimulator(bank)
  set(simulator)
  return {
    provider: paypal,
    origin: simulator.origin,
    settings: { origin: secretOf(simulator.origin) },
    answer: () => noKept(simulator.fields),
    says: {
      account: currencyOf,
      row: (row: Parameters<typeof paypalKey>[0]) =>
        paypalKey(row, currencyOf(row.accountId), simulator.parts.get(row.id)),
      bareAccounts: true as const,
    },
    close: simulator.close,
    simulator,
  }
}

providerContract('PayPal', world)
providerContract('PayPal, in small pages and halved ranges', (bank) =>
  world(bank, (simulator) => {
    simulator.pageSize = 4
    simulator.largest = 20
  }),
)

describe('PayPal', () => {
  let bank: SimulatedBank
  let place: Awaited<ReturnType<typeof world>>
  let secret: Secret
  const now = new Date('2026-11-01T15:00:00Z')
  const pull = (cursor: string | null = null) =>
    paypal.pull(contextFor(place, secret), cursor, () => undefined)
  const book = (minor: bigint, parts: Parameters<PaypalSimulator['parts']['set']>[1], id?: string) => {
    const row = bank.book({
      accountId: 'ACT-1',
      date: bank.today,
      minor,
      description: 'Spotify AB',
      pending: false,
      ...(id ? { id } : {}),
    })
    place.simulator.parts.set(row.id, parts)
    return row
  }
  const last = async () => {
    const { added } = await pull()
    return added.filter(({ date }) => date === bank.today)
  }

  beforeEach(async () => {
    bank = simulatedBank()
    bookSomeWeeks(bank)
    place = await world(bank)
    secret = (await paypal.completeLink(contextFor(place, null), place.answer())).secret
  })
  afterEach(() => place.close())

  test('wrong keys are told when they are typed', async () => {
    const wrong = noKept({ ...place.simulator.fields, clientSecret: 'ESomethingElse' })
    await expect(paypal.completeLink(contextFor(place, null), wrong)).rejects.toMatchObject({
      code: 'bad_token',
    })
  })

  test('one token serves many questions, and one that ran out is replaced', async () => {
    await pull()
    expect(place.simulator.tokens()).toBe(1)
    place.simulator.expireTokens()
    await pull()
    expect(place.simulator.tokens()).toBe(2)
  })

  test('the first pull reaches back three years in ranges of at most 31 days, a later one two', async () => {
    const { cursor } = await pull()
    const { asked } = place.simulator
    expect(asked).toHaveLength(36)
    expect(Math.max(...asked.map(({ days }) => days))).toBeLessThanOrEqual(31)
    asked.length = 0
    await pull(cursor)
    expect(asked.length).toBeLessThanOrEqual(2)
  })

  test('ranges touch and do not overlap; halves too', () => {
    const ranges = rangesFrom(startOf(null, now), now)
    for (let at = 1; at < ranges.length; at++)
      expect((ranges[at]?.start.getTime() ?? 0) - (ranges[at - 1]?.end.getTime() ?? 0)).toBe(1000)
    const [whole] = ranges
    if (!whole) throw new Error('no range')
    const [a, b] = halve(whole) ?? []
    expect([a?.start, b?.end]).toEqual([whole.start, whole.end])
    expect((b?.start.getTime() ?? 0) - (a?.end.getTime() ?? 0)).toBe(1000)
    expect(halve({ start: now, end: now })).toBeNull()
  })

  test('a row that comes in between two pages is neither lost nor doubled', async () => {
    place.simulator.pageSize = 5
    let left = 1
    bank.beforeAnswer = () => {
      if (place.simulator.asked.at(-1)?.page === 2 && left-- > 0)
        bank.book({
          accountId: 'ACT-1',
          date: asDate('2026-09-03'),
          minor: -1n,
          description: 'X',
          pending: false,
        })
    }
    const { added } = await pull()
    expect(new Set(added.map(({ id }) => id)).size).toBe(bank.rows.size)
  })

  test('records that share an id are rows of their own, and the fee is one', async () => {
    book(-1000n, { code: 'T0006', fee: '-0.59' }, 'SAME')
    const rows = await last()
    expect(rows.map(({ minor, payee, providerCategory }) => [minor, payee, providerCategory])).toEqual([
      [-1000n, 'Spotify AB', null],
      [-59n, 'PayPal fee', 'Bank Fees'],
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
  })

  test.each([
    ['T0300', 'Transfer'],
    ['T0400', 'Transfer'],
    ['T0200', 'Transfer'],
    ['T0700', 'Transfer'],
    ['T1107', null],
  ])('%s is %s', async (code, category) => {
    book(500n, { code })
    expect((await last()).map(({ providerCategory, status }) => [providerCategory, status])).toEqual([
      [category, 'posted'],
    ])
  })

  test('denied ones moved nothing, reversed ones stay, unfinished ones are pending', async () => {
    book(-1n, { status: 'D' })
    book(-2n, { status: 'V' })
    book(-3n, { status: 'P' })
    expect((await last()).map(({ minor, status }) => [minor, status])).toEqual([
      [-2n, 'posted'],
      [-3n, 'pending'],
    ])
  })

  test('a hold is pending until it is released', async () => {
    book(-700n, { code: 'T1501', reference: 'R' })
    expect((await last()).map(({ minor, status }) => [minor, status])).toEqual([[-700n, 'pending']])
    book(700n, { code: 'T1502', reference: 'R' })
    expect(await last()).toEqual([])
  })

  test('nothing is taken for gone where the index lags, and a pending row is looked for where it was', async () => {
    place.simulator.lag = 2 * 86_400
    const first = await pull()
    expect(first.listed.map(({ to }) => to)).toEqual(['2026-10-29', '2026-10-29'])
    expect(JSON.parse(first.cursor ?? '{}')).toMatchObject({ refreshed: '2026-10-30T14:59:59.000Z' })
    const pendingSince = '2026-03-01T12:00:00.000Z'
    expect(startOf({ refreshed: '2026-10-30T14:59:59.000Z', pendingSince }, now).toISOString()).toBe(
      pendingSince,
    )
  })

  test('the printed example is read', () => {
    const sample = readFileSync('../shared/samples/api/paypal/transactions.json', 'utf8')
    const [detail] = transactionsAnswer.parse(JSON.parse(sample)).transaction_details
    expect(detail && rowsOf(detail, 'Asia/Ho_Chi_Minh')).toMatchObject([
      { minor: -2500n, payee: 'Example Shop', date: '2026-10-03', accountId: 'USD', status: 'posted' },
    ])
  })
})
