import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contextFor } from '../../testing/contract.ts'
import { plaidWorld } from '../../testing/plaid-world.ts'
import { simulatedBank } from '../../testing/simulated-bank.ts'
import { plaid } from '../plaid.ts'

describe('Plaid’s webhooks', () => {
  let place: Awaited<ReturnType<typeof plaidWorld>>
  const now = new Date('2026-11-01T15:00:00Z')
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
  const news = { webhook_type: 'TRANSACTIONS', webhook_code: 'SYNC_UPDATES_AVAILABLE', item_id: 'item-1' }
  const verify = (message: { headers: Readonly<Record<string, string>>; body: string }) =>
    plaid.verifyWebhook(contextFor(place, null, now), message)
  const forged = { code: 'forged' }

  beforeEach(async () => {
    place = await plaidWorld(simulatedBank())
  })
  afterEach(() => place.close())

  test('a signed one is believed, and its key asked for once', async () => {
    const message = await place.simulator.sign(news, { at: now })
    const event = await verify(message)
    expect(event).toMatchObject({ itemKey: 'item-1', kind: 'rows' })
    expect((await verify(message)).eventId).toBe(event.eventId)
    const later = await verify(await place.simulator.sign(news, { at: minutes(-1) }))
    expect(later.eventId).not.toBe(event.eventId)
    expect(place.simulator.requests()).toHaveLength(1)
  })

  test('another key, another body, another name of the key and no signature are refused', async () => {
    const good = await place.simulator.sign(news, { at: now })
    await expect(
      verify(await place.simulator.sign(news, { at: now, foreignKey: true })),
    ).rejects.toMatchObject(forged)
    await expect(verify({ ...good, body: `${good.body} ` })).rejects.toMatchObject(forged)
    await expect(verify({ ...good, body: JSON.stringify(news) })).rejects.toMatchObject(forged)
    await expect(verify(await place.simulator.sign(news, { at: now, kid: 'unknown' }))).rejects.toMatchObject(
      forged,
    )
    const [header, payload, signature] = (good.headers['plaid-verification'] ?? '').split('.')
    const none = Buffer.from('{"alg":"none","kid":"x"}').toString('base64url')
    const hmac = Buffer.from('{"alg":"HS256","kid":"x"}').toString('base64url')
    const tokens = [
      `${none}.${payload}.`,
      `${hmac}.${payload}.${signature}`,
      `${header}.${payload}.`,
      'x',
      '',
      'x'.repeat(5000),
    ]
    for (const token of tokens)
      await expect(verify({ ...good, headers: { 'plaid-verification': token } })).rejects.toMatchObject(
        forged,
      )
  })

  test('made-up names of keys are asked about only so often', async () => {
    const at = minutes(60)
    for (let n = 0; n < 30; n++)
      await expect(
        plaid.verifyWebhook(
          contextFor(place, null, at),
          await place.simulator.sign(news, { at, kid: `made-up-${n}` }),
        ),
      ).rejects.toMatchObject(forged)
    expect(place.simulator.requests()).toHaveLength(10)
  })

  test('one of more than five minutes ago, or of the future, is refused', async () => {
    for (const at of [minutes(-5.1), minutes(-600), minutes(2)])
      await expect(verify(await place.simulator.sign(news, { at }))).rejects.toMatchObject(forged)
    await verify(await place.simulator.sign(news, { at: minutes(-4.9) }))
  })

  test.each([
    [
      { webhook_type: 'ITEM', webhook_code: 'ERROR', error: { error_code: 'ITEM_LOGIN_REQUIRED' } },
      'needs_reauth',
    ],
    [{ webhook_type: 'ITEM', webhook_code: 'LOGIN_REPAIRED' }, 'repaired'],
    [{ webhook_type: 'ITEM', webhook_code: 'PENDING_DISCONNECT' }, 'expiring'],
    [{ webhook_type: 'ITEM', webhook_code: 'USER_PERMISSION_REVOKED' }, 'revoked'],
    [{ webhook_type: 'TRANSACTIONS', webhook_code: 'RECURRING_TRANSACTIONS_UPDATE' }, 'other'],
    [{ webhook_type: 'INCOME', webhook_code: 'X' }, 'other'],
  ])('%j means %s', async (body, kind) => {
    expect((await verify(await place.simulator.sign({ ...body, item_id: 'i' }, { at: now }))).kind).toBe(kind)
  })

  test('the end of an access comes along', async () => {
    const body = {
      webhook_type: 'ITEM',
      webhook_code: 'PENDING_EXPIRATION',
      item_id: 'i',
      consent_expiration_time: '2026-11-08T13:25:17.766Z',
    }
    const event = await verify(await place.simulator.sign(body, { at: now }))
    expect(event.expiresAt?.toISOString()).toBe('2026-11-08T13:25:17.766Z')
  })
})
