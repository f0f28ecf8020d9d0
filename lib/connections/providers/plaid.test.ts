import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { categoryOfProvider } from '#lib/merchants/provider-categories.ts'
import { type Secret, secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { plaidWorld } from '../testing/plaid-world.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { errorOf } from './plaid/errors.ts'
import { webhookAddress } from './plaid/link.ts'
import { plaid } from './plaid.ts'

providerContract('Plaid', plaidWorld)
providerContract('Plaid, rows in any order and twice', (bank) =>
  plaidWorld(bank, (simulator) => {
    simulator.doubled = true
  }),
)

describe('Plaid', () => {
  let bank: SimulatedBank
  let place: Awaited<ReturnType<typeof plaidWorld>>
  let secret: Secret
  const context = (of: Secret | null = secret) => contextFor(place, of, undefined, 10_000)
  const pull = (cursor: string | null = null) => plaid.pull(context(), cursor, () => undefined)
  const asked = (path: string) => place.simulator.requests().filter((request) => request.path === path)
  const request = { institutionId: null, returnUrl: 'https://minh.example/link', state: 's1', repair: false }
  const nobody = { linked: [], ever: 0 }

  beforeEach(async () => {
    bank = simulatedBank()
    bookSomeWeeks(bank)
    place = await plaidWorld(bank)
    secret = (await plaid.completeLink(contextFor(place, null), place.answer())).secret
  })
  afterEach(() => place.close())

  test('exactly these headers leave, and the keys in no body', async () => {
    await pull()
    for (const { headers, body } of place.simulator.requests()) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'content-length',
        'content-type',
        'host',
        'plaid-client-id',
        'plaid-secret',
        'plaid-version',
        'user-agent',
      ])
      expect(headers['user-agent']).toMatch(/^Minh/)
      expect(JSON.stringify(body)).not.toContain(place.simulator.keys.secret)
    }
  })

  test('a link asks for two years on a page of Plaid’s, without a webhook from here', async () => {
    const start = await plaid.startLink(context(null), { ...request, known: nobody })
    if (start.kind !== 'redirect') throw new Error('no redirect')
    expect(start.url).toMatch(/\/hosted\/link-sandbox-/)
    const sent = place.simulator.linkRequest(start.secret?.reveal() ?? '')
    expect(sent).toMatchObject({ transactions: { days_requested: 730 }, products: ['transactions'] })
    expect(sent?.hosted_link.completion_redirect_uri).toBe('https://minh.example/link?state=s1')
    expect(sent?.webhook).toBeUndefined()
    const unfinished = { ...noKept({}), kept: start.secret }
    await expect(plaid.completeLink(context(null), unfinished)).rejects.toMatchObject({ code: 'unfinished' })
    place.simulator.finishLink(start.secret?.reveal() ?? '')
    const linked = await plaid.completeLink(context(null), unfinished)
    expect(linked).toMatchObject({ institutionId: 'ins_sim', institutionName: 'Simulated Bank' })
    expect(linked.itemKey).toBe(place.simulator.itemId())
  })

  test.each([
    ['https://money.example.org', 'https://money.example.org/api/webhooks/plaid'],
    ['http://money.example.org', null],
    ['https://localhost:3000', null],
    ['https://192.168.1.4', null],
    ['https://nas.local', null],
    ['https://nas', null],
    ['https://[::1]', null],
  ])('webhooks come to %s at %s', (publicUrl, address) => {
    expect(webhookAddress(publicUrl)).toBe(address)
  })

  test('a repair is update mode: the token and no products, and the same secret afterwards', async () => {
    bank.loginBroken = true
    const start = await plaid.startLink(context(), { ...request, repair: true, known: nobody })
    if (start.kind !== 'redirect') throw new Error('no redirect')
    const token = start.secret?.reveal() ?? ''
    expect(place.simulator.linkRequest(token)).toMatchObject({ access_token: secret.reveal() })
    expect(place.simulator.linkRequest(token)?.products).toBeUndefined()
    const answer = { ...noKept({}), kept: start.secret, repair: true }
    await expect(plaid.completeLink(context(), answer)).rejects.toMatchObject({ code: 'unfinished' })
    place.simulator.finishLink(token)
    const linked = await plaid.completeLink(context(), answer)
    expect(linked.secret.reveal()).toBe(secret.reveal())
    expect(place.simulator.exchanges()).toBe(1)
  })

  test('the same accounts of the same bank are refused before the exchange; others are not', async () => {
    const link = (last4s: string[], institutionId = 'ins_sim') =>
      plaid.completeLink(context(null), {
        ...place.answer(),
        known: { linked: [{ institutionId, last4s }], ever: 1 },
      })
    await expect(link(['1234', '9876'])).rejects.toMatchObject({ code: 'already_linked' })
    await expect(link([])).rejects.toMatchObject({ code: 'already_linked' })
    expect(place.simulator.exchanges()).toBe(1)
    await link(['5555'])
    await link(['1234', '9876'], 'ins_other')
    expect(place.simulator.exchanges()).toBe(3)
  })

  test('the eleventh login is refused before anything is asked, unless the plan has more', async () => {
    const start = (ever: number, repair = false) =>
      plaid.startLink(context(), { ...request, repair, known: { linked: [], ever } })
    await expect(start(10)).rejects.toMatchObject({ code: 'no_places' })
    expect(asked('/link/token/create')).toHaveLength(0)
    await expect(
      plaid.completeLink(context(null), { ...place.answer(), known: { linked: [], ever: 10 } }),
    ).rejects.toMatchObject({ code: 'no_places' })
    expect(place.simulator.exchanges()).toBe(1)
    place.settings = { ...place.settings, itemLimit: secretOf('many') } as typeof place.settings
    await expect(start(10)).rejects.toMatchObject({ code: 'no_places' })
    await start(9)
    await start(10, true)
    place.settings = { ...place.settings, itemLimit: secretOf('0') } as typeof place.settings
    await start(400)
  })

  test('pages are of 500, and a change between two begins again at the first page’s cursor', async () => {
    for (let i = 0; i < 1200; i++)
      bank.book({
        accountId: 'ACT-1',
        date: bank.today,
        minor: BigInt(-1 - i),
        description: 'MANY',
        pending: false,
      })
    let answers = 0
    bank.beforeAnswer = () => {
      if (++answers === 2)
        bank.book({ accountId: 'ACT-1', date: bank.today, minor: -1n, description: 'NOW', pending: false })
    }
    const { added, cursor } = await pull()
    expect(new Set(added.map(({ id }) => id))).toEqual(new Set(bank.rows.keys()))
    const sent = asked('/transactions/sync').map(({ body }) => [body.count, body.cursor !== undefined])
    expect(sent).toEqual([
      [500, false],
      [500, true],
      [500, false],
      [500, true],
      [500, true],
    ])
    place.simulator.mutations = 100
    await expect(pull()).rejects.toMatchObject({ code: 'down' })
    expect(asked('/transactions/sync')).toHaveLength(5 + 12)
    expect((await pull(cursor)).added).toEqual([])
  })

  test('nothing yet, then a month, then the whole history', async () => {
    place.simulator.phase = 'NOT_READY'
    const none = await pull()
    expect([none.added.length, none.cursor, none.ready]).toEqual([0, null, false])
    expect(none.notices).toEqual([{ code: 'not_ready' }])
    place.simulator.phase = 'INITIAL_UPDATE_COMPLETE'
    const month = await pull(none.cursor)
    expect([month.added.length, month.ready]).toEqual([30, false])
    place.simulator.phase = 'HISTORICAL_UPDATE_COMPLETE'
    const all = await pull(month.cursor)
    expect([all.added.length, all.ready]).toEqual([30, true])
  })

  test('a product that is not ready is waited for', async () => {
    place.simulator.refusal = { type: 'ITEM_ERROR', code: 'PRODUCT_NOT_READY' }
    const { accounts, cursor, ready, notices } = await pull('cursor-x')
    expect([accounts.length, cursor, ready, notices]).toEqual([2, 'cursor-x', false, [{ code: 'not_ready' }]])
  })

  test('a pending row posts under another id with another amount and names what it was', async () => {
    const tip = bank.book({
      accountId: 'ACT-2',
      date: bank.today,
      minor: -2000n,
      description: 'DINER',
      pending: true,
    })
    const first = await pull()
    expect(first.added.find(({ id }) => id === tip.id)).toMatchObject({ status: 'pending', minor: -2000n })
    const posted = bank.post(tip.id, { minor: -2400n })
    const next = await pull(first.cursor)
    expect(next.added).toMatchObject([{ id: posted.id, pendingId: tip.id, minor: -2400n, status: 'posted' }])
    expect(next.removed).toEqual([{ accountId: 'ACT-2', id: tip.id }])
  })

  test('texts, category and balances are as the holder sees them', async () => {
    const { added, accounts } = await pull()
    expect(added[0]?.rawDescription).toMatch(/ RAW$/)
    expect(categoryOfProvider(added[0]?.providerCategory ?? '')).toBe('coffee')
    const card = accounts.find(({ id }) => id === 'ACT-2')
    expect(card?.balance).toEqual({ minor: bank.balanceOf('ACT-2'), available: null, asOf: bank.today })
    expect(card?.balance?.minor).toBeLessThan(0n)
  })

  test('an account in points is named and left out with its rows', async () => {
    const points = { id: 'ACT-3', name: 'Miles', currency: 'points', institution: 'Air', opening: 5n }
    bank.accounts.push(points)
    bank.book({ accountId: 'ACT-3', date: bank.today, minor: 5n, description: 'FLIGHT', pending: false })
    const { accounts, added, notices } = await pull()
    expect(accounts.map(({ id }) => id)).toEqual(['ACT-1', 'ACT-2'])
    expect(added.some(({ accountId }) => accountId === 'ACT-3')).toBe(false)
    expect(notices).toEqual([{ code: 'custom_currency', accountId: 'ACT-3', text: 'Miles' }])
  })

  test('a removal is confirmed, was done before, or is not in the plan', async () => {
    place.simulator.trial = true
    expect(await plaid.revoke(context())).toBe(false)
    place.simulator.trial = false
    expect(await plaid.revoke(context())).toBe(true)
    expect(await plaid.revoke(context())).toBe(true)
    await expect(pull()).rejects.toMatchObject({ code: 'revoked' })
  })

  test('keys that are wrong or missing are told from a login that broke', async () => {
    place.settings.secret = secretOf('other')
    await expect(pull()).rejects.toMatchObject({ code: 'not_configured' })
    for (const env of ['development', 'https://plaid.evil.test', 'toString']) {
      place.settings.env = secretOf(env)
      await expect(pull()).rejects.toMatchObject({ code: 'not_configured' })
    }
  })

  test.each([
    ['ITEM_LOGIN_REQUIRED', 'ITEM_ERROR', 'needs_reauth'],
    ['INVALID_CREDENTIALS', 'ITEM_ERROR', 'needs_reauth'],
    ['INVALID_MFA', 'ITEM_ERROR', 'needs_reauth'],
    ['ITEM_LOCKED', 'ITEM_ERROR', 'needs_reauth'],
    ['USER_SETUP_REQUIRED', 'ITEM_ERROR', 'needs_reauth'],
    ['PENDING_EXPIRATION', 'ITEM_ERROR', 'needs_reauth'],
    ['ACCESS_NOT_GRANTED', 'ITEM_ERROR', 'revoked'],
    ['NO_ACCOUNTS', 'ITEM_ERROR', 'revoked'],
    ['USER_PERMISSION_REVOKED', 'ITEM_ERROR', 'revoked'],
    ['INVALID_ACCESS_TOKEN', 'INVALID_INPUT', 'revoked'],
    ['ITEM_NOT_FOUND', 'ITEM_ERROR', 'revoked'],
    ['INSTITUTION_DOWN', 'INSTITUTION_ERROR', 'down'],
    ['INSTITUTION_NOT_RESPONDING', 'INSTITUTION_ERROR', 'down'],
    ['INTERNAL_SERVER_ERROR', 'API_ERROR', 'down'],
    ['PLANNED_MAINTENANCE', 'API_ERROR', 'down'],
    ['TRANSACTIONS_LIMIT', 'RATE_LIMIT_EXCEEDED', 'rate_limited'],
    ['SOMETHING_NEW', 'INVALID_REQUEST', 'bad_answer'],
  ])('%s is %s: %s', (error_code, error_type, code) => {
    expect(errorOf({ error_code, error_type }).code).toBe(code)
  })
})
