import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { alertRules, mails } from '#db/schema/alerts.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { describeAlert } from './describe.ts'
import { setAlertStatus, updateAlertRule } from './mutations.ts'
import { listAlertRules, listAlerts } from './queries.ts'
import { insertRows, openAccounts, quietYear, write } from './testing/ledger.ts'
import type { Alert, RuleType } from './types.ts'

const now = new Date('2026-10-31T12:00:00Z')

let scope: Scope
let ids: Record<string, string>

beforeEach(async () => {
  scope = await createHousehold({ now })
  ids = await openAccounts(scope, {
    Everyday: {},
    'Gold card': { type: 'credit_card', creditLimitMinor: 100_000n },
  })
})

afterAll(closeConnections)

const told = async (who: Scope = scope): Promise<Alert[]> =>
  (await listAlerts(who, { show: 'all', limit: 200 })).alerts
const typesTold = async (): Promise<RuleType[]> => (await told()).map(({ type }) => type)

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

const enable = async (type: RuleType, change: { enabled?: boolean; email?: boolean; params?: object }) => {
  const rule = (await listAlertRules(scope)).find((candidate) => candidate.type === type)
  await updateAlertRule(scope, rule?.id ?? '', { ...change, params: { ...change.params } })
}

const mailsOf = (who: Scope) =>
  withScope(who, (tx) =>
    tx.select().from(mails).where(eq(mails.householdId, who.householdId)).orderBy(mails.id),
  )

describe('large payment', () => {
  test('fires above the 99th percentile and 4 times the median, and not below', async () => {
    await write(scope, ids, quietYear())
    expect(await typesTold()).toEqual([])
    await write(scope, ids, [
      { date: '2026-10-20', minor: -17_999, payee: 'Under the line' },
      { date: '2026-10-21', minor: -18_000, payee: 'Furniture' },
    ])
    const [alert, ...others] = await told()
    expect(others).toEqual([])
    expect(alert).toMatchObject({ type: 'large_transaction', occurredOn: '2026-10-21' })
    expect(alert?.evidence.rows.map((row) => row.payee)).toEqual(['Furniture'])
    expect(alert?.evidence.facts).toMatchObject({
      medianPurchase: { minor: 4_500n, currency: 'USD' },
      factor: 4,
      chosen: false,
    })
  })

  test('means something else in dong', async () => {
    scope = await createHousehold({ now, currency: 'VND', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' })
    ids = await openAccounts(scope, { Ví: {} })
    await write(scope, ids, quietYear(10_000))
    await write(scope, ids, [
      { date: '2026-10-20', minor: -1_000_000, payee: 'Bữa tối' },
      { date: '2026-10-21', minor: -9_000_000, payee: 'Điện máy' },
    ])
    const [alert, ...others] = await told()
    expect(others).toEqual([])
    expect(alert && plain(describeAlert(alert, 'vi').headline)).toBe(
      'Một khoản chi lớn: 9.000.000 ₫ tại Điện máy',
    )
    const [mail] = await mailsOf(scope)
    expect(mail?.subject).toBe('Một khoản chi lớn: 9.000.000 ₫ tại Điện máy')
    expect(mail?.locale).toBe('vi')
  })

  test('follows the amount a person chose, from that amount on', async () => {
    await enable('large_transaction', { params: { thresholds: { USD: '60.00' } } })
    await write(scope, ids, [
      { date: '2026-10-20', minor: -5_999, payee: 'Below' },
      { date: '2026-10-21', minor: -6_000, payee: 'Exactly' },
    ])
    expect((await told()).map((alert) => alert.evidence.payee)).toEqual(['Exactly'])
  })

  test('says nothing before there is something to compare with', async () => {
    await write(scope, ids, [
      { date: '2026-10-20', minor: -1_000, payee: 'Bread' },
      { date: '2026-10-21', minor: -500_000, payee: 'First rent' },
    ])
    expect(await typesTold()).toEqual([])
  })

  test('does not count a transfer between own accounts', async () => {
    await write(scope, ids, quietYear())
    await write(scope, ids, [{ date: '2026-10-20', minor: -900_000, payee: 'To savings', kind: 'transfer' }])
    expect(await typesTold()).toEqual([])
  })
})

describe('duplicate charge', () => {
  test('fires for the same payee and amount on the next day, across cards, with both rows', async () => {
    await write(scope, ids, [{ date: '2026-10-10', minor: -1_599, payee: 'Streaming' }])
    expect(await typesTold()).toEqual([])
    await write(scope, ids, [{ date: '2026-10-11', minor: -1_599, payee: 'Streaming', account: 'Gold card' }])
    const [alert] = await told()
    expect(alert?.type).toBe('duplicate_charge')
    expect(alert?.evidence.rows.map((row) => [row.date, row.accountName])).toEqual([
      ['2026-10-10', 'Everyday'],
      ['2026-10-11', 'Gold card'],
    ])
    expect(alert?.evidence.facts).toEqual({ count: 2, accountCount: 2 })
  })

  test.each([
    ['two days apart', '2026-10-12', -1_599, 'Streaming'],
    ['another amount', '2026-10-10', -1_598, 'Streaming'],
    ['another payee', '2026-10-10', -1_599, 'Music'],
    ['its refund', '2026-10-10', 1_599, 'Streaming'],
  ])('does not fire for %s', async (_what, date, minor, payee) => {
    await write(scope, ids, [{ date: '2026-10-10', minor: -1_599, payee: 'Streaming' }])
    await write(scope, ids, [{ date, minor, payee }])
    expect(await typesTold()).toEqual([])
  })

  test('a third charge is news, a repeated evaluation is not', async () => {
    const twice = { date: '2026-10-10', minor: -1_599, payee: 'Streaming' }
    await write(scope, ids, [twice, twice])
    await write(scope, ids, [])
    expect(await typesTold()).toHaveLength(1)
    await write(scope, ids, [twice])
    expect((await told()).map((alert) => alert.evidence.facts.count)).toEqual([3, 2])
  })

  test('is quiet where the same amount twice is usual', async () => {
    const fare = (date: string) => ({ date, minor: -290, payee: 'Metro' })
    const fares = ['2026-08-03', '2026-08-03', '2026-08-10', '2026-08-10'].map(fare)
    await write(scope, ids, [...fares, { date: '2026-09-20', minor: -100, payee: 'Last' }])
    await write(scope, ids, ['2026-10-10', '2026-10-10'].map(fare))
    expect(await typesTold()).toEqual([])
  })

  test('a pair like one that was dismissed is not brought up again', async () => {
    const pair = (day: string) => [1, 2].map(() => ({ date: `2026-10-${day}`, minor: -450, payee: 'Coffee' }))
    await write(scope, ids, pair('05'))
    const [alert] = await told()
    await setAlertStatus(scope, { alertId: alert?.id ?? '', status: 'dismissed' })
    await write(scope, ids, pair('20'))
    expect(await typesTold()).toHaveLength(1)
  })

  test('takes the two legs of a PayPal purchase for one', async () => {
    ids = { ...ids, ...(await openAccounts(scope, { PayPal: { type: 'other', institution: 'PayPal' } })) }
    await write(scope, ids, [
      { date: '2026-10-10', minor: -2_500, payee: 'Etsy' },
      { date: '2026-10-10', minor: -2_500, payee: 'Etsy', account: 'PayPal' },
    ])
    expect(await typesTold()).toEqual([])
  })
})

describe('low balance', () => {
  const balance = (minor: number, day: string) => ({ balance: { account: 'Everyday', minor, day } })

  test('fires below 20 % of the median month, with the last payments, and again only when it is materially worse', async () => {
    await write(scope, ids, quietYear(), balance(500_000, '2026-09-30'))
    expect(await typesTold()).toEqual([])
    await write(
      scope,
      ids,
      [{ date: '2026-10-02', minor: -1_000, payee: 'Bread' }],
      balance(11_399, '2026-10-02'),
    )
    const [alert] = await told()
    expect(alert).toMatchObject({ type: 'low_balance', occurredOn: '2026-10-02' })
    expect(alert?.evidence.facts).toMatchObject({
      threshold: { minor: 11_400n },
      balance: { minor: 11_399n },
      medianMonth: { minor: 57_000n },
    })
    expect(alert?.evidence.rows[0]?.payee).toBe('Bread')
    await setAlertStatus(scope, { alertId: alert?.id ?? '', status: 'dismissed' })
    await write(
      scope,
      ids,
      [{ date: '2026-10-03', minor: -1_100, payee: 'Bread 2' }],
      balance(10_299, '2026-10-03'),
    )
    expect(await typesTold()).toHaveLength(1)
    await write(
      scope,
      ids,
      [{ date: '2026-10-04', minor: -12_000, payee: 'Bill' }],
      balance(-1_701, '2026-10-04'),
    )
    const [worse] = await told()
    expect(worse && describeAlert(worse, 'en').headline).toBe('Everyday is overdrawn: −$17.01')
    expect(await typesTold()).toHaveLength(2)
  })

  test('fires anew after the balance had recovered', async () => {
    await write(scope, ids, quietYear(), balance(500_000, '2026-09-30'))
    await write(
      scope,
      ids,
      [{ date: '2026-10-02', minor: -490_000, payee: 'Car', kind: 'transfer' }],
      balance(10_000, '2026-10-02'),
    )
    await write(
      scope,
      ids,
      [{ date: '2026-10-05', minor: 300_000, payee: 'Salary' }],
      balance(310_000, '2026-10-05'),
    )
    await write(
      scope,
      ids,
      [{ date: '2026-10-20', minor: -301_000, payee: 'Boat', kind: 'transfer' }],
      balance(9_000, '2026-10-20'),
    )
    expect(
      (await told()).filter(({ type }) => type === 'low_balance').map((alert) => alert.occurredOn),
    ).toEqual(['2026-10-20', '2026-10-02'])
  })

  test('never fires for a card, which has card use instead', async () => {
    await write(scope, ids, quietYear(), {
      balance: { account: 'Gold card', minor: -79_999, day: '2026-10-01' },
    })
    expect(await typesTold()).toEqual([])
    await write(scope, ids, [], { balance: { account: 'Gold card', minor: -80_001, day: '2026-10-02' } })
    const [alert] = await told()
    expect(alert && describeAlert(alert, 'en').headline).toBe('Gold card has used 80% of its limit')
  })
})

describe('other rules', () => {
  test('a bank fee is told of', async () => {
    await write(scope, ids, [
      { date: '2026-10-20', minor: -3_500, payee: 'OVERDRAFT FEE' },
      { date: '2026-10-21', minor: -3_500, payee: 'Coffee' },
    ])
    expect((await told()).map(({ type, evidence }) => [type, evidence.payee])).toEqual([
      ['fee_charged', 'OVERDRAFT FEE'],
    ])
  })

  test('a new payee is told of once it is switched on, above the median', async () => {
    await write(scope, ids, quietYear())
    await enable('new_merchant', { enabled: true })
    await write(scope, ids, [
      { date: '2026-10-20', minor: -4_501, payee: 'New shop' },
      { date: '2026-10-20', minor: -4_400, payee: 'Small new shop' },
      { date: '2026-10-21', minor: -6_000, payee: 'Grocer 3' },
    ])
    expect((await told()).map((alert) => alert.evidence.payee)).toEqual(['New shop'])
  })
})

describe('a write', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      [1, 2].map(() => ({ date: '2026-10-20', minor: -1_000 - index, payee: `Shop ${index}` })),
    ).flat()

  test('that fails leaves no alert, no mail and no row', async () => {
    await expect(write(scope, ids, many(2), { fail: true })).rejects.toThrow('fails after its alerts')
    expect(await told()).toEqual([])
    expect(await mailsOf(scope)).toEqual([])
  })

  test('sends at most five single mails and tells the rest in one', async () => {
    expect(await write(scope, ids, many(9))).toEqual({ alerts: 9, mails: 6 })
    const sent = await mailsOf(scope)
    expect(sent.map((mail) => mail.template).toSorted()).toEqual([...Array(5).fill('alert'), 'alert_summary'])
    const summary = sent.find((mail) => mail.template === 'alert_summary')
    expect(summary?.subject).toBe('4 more alerts from Minh')
    expect(summary?.text.match(/charged \$/g)).toHaveLength(4)
    expect((await told()).filter((alert) => alert.mailId === summary?.id)).toHaveLength(4)
  })

  test('of a whole year tells of its newest month only', async () => {
    const twins = (date: string) => [1, 2].map(() => ({ date, minor: -777, payee: `Shop of ${date}` }))
    await write(scope, ids, ['2020-01-05', '2020-05-05', '2020-12-01', '2020-12-30'].flatMap(twins))
    expect((await told()).map((alert) => alert.occurredOn)).toEqual(['2020-12-30', '2020-12-01'])
  })

  test('does not tell of rows that were there before', async () => {
    const row = { date: '2026-10-20', minor: -900, payee: 'Twice' }
    await withScope(scope, (tx) => insertRows(tx, scope, ids, [row, row], null))
    await write(scope, ids, [{ date: '2026-10-21', minor: -500, payee: 'Other' }])
    expect(await told()).toEqual([])
  })

  test('respects mute, e-mail off and rules that are off', async () => {
    await enable('duplicate_charge', { email: false })
    expect(await write(scope, ids, many(1))).toEqual({ alerts: 1, mails: 0 })
    await enable('duplicate_charge', { enabled: false })
    expect(await write(scope, ids, many(2))).toEqual({ alerts: 0, mails: 0 })
  })

  test('says in the mail what, which rows, why, when, and how to stop it', async () => {
    await write(
      scope,
      ids,
      [1, 2].map(() => ({ date: '2026-10-20', minor: -1_599, payee: 'Stream<b>' })),
    )
    const [mail] = await mailsOf(scope)
    const [alert] = await told()
    expect(mail).toMatchObject({ state: 'kept', subject: 'Stream<b> charged $15.99 twice' })
    expect(mail?.html).toContain('Stream&lt;b&gt; charged $15.99 twice')
    expect(mail?.text).toContain('20 Oct  Stream<b> (Everyday)  −$15.99')
    expect(mail?.text).toContain('Same payee and same amount within a day.')
    expect(mail?.text).toContain('Posted by the bank: 20 Oct 2026')
    expect(mail?.text).toContain('Seen by Minh: 31 Oct 2026, 08:00')
    expect(mail?.text).toContain(`http://localhost:3000/alerts#${alert?.id}`)
    expect(mail?.headers['List-Unsubscribe']).toMatch(
      /^<http:\/\/localhost:3000\/api\/mail\/mute\?t=[\w.-]+>$/,
    )
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/mute\?t=[\w.-]+/)
  })

  test('goes on when a stored rule cannot be read', async () => {
    await withScope(scope, (tx) =>
      tx
        .update(alertRules)
        .set({ params: { thresholds: 'nonsense' } })
        .where(eq(alertRules.householdId, scope.householdId)),
    )
    expect(await write(scope, ids, many(1))).toMatchObject({ alerts: 1 })
  })
})

test('nobody sees or changes the alerts of another household', async () => {
  await write(
    scope,
    ids,
    [1, 2].map(() => ({ date: '2026-10-20', minor: -1_599, payee: 'Stream' })),
  )
  const [alert] = await told()
  const stranger = await createHousehold({ now })
  expect(await told(stranger)).toEqual([])
  await expect(
    setAlertStatus(stranger, { alertId: alert?.id ?? '', status: 'dismissed' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
