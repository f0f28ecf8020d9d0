import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { type SepaySimulator, sepaySimulator } from '../testing/simulators/sepay.ts'
import { transactionsPage } from './sepay/answer.ts'
import { rowOf } from './sepay/rows.ts'
import { sepay } from './sepay.ts'

const world = async (bank: SimulatedBank, set: (simulator: SepaySimulator) => void = () => undefined) => {
  for (const account of bank.accounts) {
    account.currency = 'VND'
    if (account.id === 'ACT-2') account.opening = 90_000n
  }
  const simulator = await sepaySimulator(bank)
  set(simulator)
  return {
    provider: sepay,
    origin: simulator.origin,
    settings: { origin: secretOf(simulator.origin) },
    answer: () => noKept({ apiToken: simulator.token }),
    says: { postedOnly: true as const, bareAccounts: true as const },
    close: simulator.close,
    simulator,
  }
}

providerContract('SePay', world)
providerContract('SePay, in small pages', (bank) =>
  world(bank, (simulator) => {
    simulator.pageSize = 7
  }),
)

describe('SePay', () => {
  const now = new Date('2026-11-01T15:00:00Z')
  const body = '{"id":92704,"gateway":"ACB","accountNumber":"0071000888888","transferAmount":50000}'
  const time = String(now.getTime() / 1000)
  const sign = (at: string, text = body) =>
    `sha256=${createHmac('sha256', 'whsec').update(`${at}.${text}`).digest('hex')}`
  const context = (settings: Record<string, string>) => ({
    ...contextFor({ origin: 'http://127.0.0.1:1' }, null, now),
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, secretOf(value)])),
  })
  const verify = (settings: Record<string, string>, headers: Record<string, string>, text = body) =>
    sepay.verifyWebhook(context(settings), { headers, body: text })
  const signed = { 'x-sepay-timestamp': time, 'x-sepay-signature': sign(time) }

  test('a signed webhook is a reason to pull, the same one has the same name', async () => {
    const event = { eventId: 'sepay:92704', itemKey: null, kind: 'rows' }
    expect(await verify({ webhookSecret: 'whsec' }, signed)).toEqual(event)
    expect(await verify({ webhookApiKey: 'k' }, { authorization: 'Apikey k' })).toEqual(event)
  })

  test('what is changed, old, unsigned or signed otherwise is refused', async () => {
    const old = String(now.getTime() / 1000 - 301)
    const tries: [Record<string, string>, Record<string, string>, string?][] = [
      [{ webhookSecret: 'whsec' }, signed, body.replace('50000', '90000')],
      [{ webhookSecret: 'whsec' }, { 'x-sepay-timestamp': old, 'x-sepay-signature': sign(old) }],
      [{ webhookSecret: 'other' }, signed],
      [{ webhookSecret: 'whsec', webhookApiKey: 'k' }, { authorization: 'Apikey k' }],
      [{ webhookApiKey: 'k' }, { authorization: 'Apikey j' }],
      [{}, signed],
      [{ webhookApiKey: '' }, { authorization: 'Apikey ' }],
    ]
    for (const [settings, headers, text] of tries)
      await expect(verify(settings, headers, text)).rejects.toMatchObject({ code: 'forged' })
  })

  test('an hour after midnight in Vietnam is that day, wherever the household is', async () => {
    const sample = readFileSync('../shared/samples/api/sepay/transactions.json', 'utf8')
    const [row] = transactionsPage.parse(JSON.parse(sample)).data
    if (!row) throw new Error('no row')
    expect(rowOf({ ...row, transaction_date: '2026-10-31 00:24:40' })).toMatchObject({
      date: '2026-10-31',
      minor: 50_000n,
      accountId: 'd6719d04-0000-0000-0000-a6006ab65aca',
    })
  })

  test('a day that no calendar has is an answer that cannot be read', () => {
    const row = {
      id: 'a',
      transaction_date: '2026-02-31 10:00:00',
      account_number: '1',
      transfer_type: 'in',
      amount_in: 1,
      amount_out: 0,
      bank_account_id: 'b',
    }
    const page = (transaction_date: string) => ({
      data: [{ ...row, transaction_date }],
      meta: { pagination: { total: 1, has_more: false } },
    })
    expect(transactionsPage.safeParse(page('2026-02-28 10:00:00')).success).toBe(true)
    expect(transactionsPage.safeParse(page('2026-02-31 10:00:00')).success).toBe(false)
  })

  test('a wrong token is told when it is typed', async () => {
    const place = await world(simulatedBank())
    const wrong = sepay.completeLink(contextFor(place, null), noKept({ apiToken: 'something-else' }))
    await expect(wrong).rejects.toMatchObject({ code: 'bad_token' })
    await place.close()
  })
})
