import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#lib/core/calendar.ts'
import { type Secret, secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { hostSetting } from '../testing/host-setting.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { type SimplefinSimulator, simplefinSimulator } from '../testing/simulators/simplefin.ts'
import { claimUrlOf, readAccess } from './simplefin/access.ts'
import { windowsSince } from './simplefin/windows.ts'
import { simplefin } from './simplefin.ts'

const world = async (bank: SimulatedBank, set: (simulator: SimplefinSimulator) => void = () => undefined) => {
  const simulator = await simplefinSimulator(bank)
  set(simulator)
  return {
    provider: simplefin,
    origin: simulator.origin,
    settings: hostSetting(simulator.origin),
    answer: () => noKept({ token: simulator.setupToken() }),
    close: simulator.close,
    simulator,
  }
}

providerContract('SimpleFIN', world)
providerContract('SimpleFIN 1', (bank) =>
  world(bank, (simulator) => {
    simulator.old = true
  }),
)
providerContract('SimpleFIN, rows in any order and twice', (bank) =>
  world(bank, (simulator) => {
    simulator.shuffle = true
  }),
)

describe('SimpleFIN', () => {
  let bank: SimulatedBank
  let place: Awaited<ReturnType<typeof world>>
  let secret: Secret
  const link = async () => (await simplefin.completeLink(contextFor(place, null), place.answer())).secret
  const pull = (cursor: string | null = null) =>
    simplefin.pull(contextFor(place, secret), cursor, () => undefined)

  beforeEach(async () => {
    bank = simulatedBank()
    bookSomeWeeks(bank)
    place = await world(bank)
    secret = await link()
  })
  afterEach(() => place.close())

  test('a token works once', async () => {
    const token = place.simulator.setupToken()
    const claim = () => simplefin.completeLink(contextFor(place, null), noKept({ token }))
    await claim()
    await expect(claim()).rejects.toMatchObject({ code: 'token_claimed' })
  })

  test('an access address with a name that cannot be read is a bad answer', () => {
    for (const text of ['https://u%zz:p@bridge.simplefin.org/simplefin', 'https://', ''])
      expect(() => readAccess(secretOf(text), ['bridge.simplefin.org'])).toThrow(
        expect.objectContaining({ name: 'ProviderError', code: 'bad_answer' }),
      )
  })

  test('the token of the documentation is read, and what is no token is not', () => {
    const demo = 'aHR0cHM6Ly9icmlkZ2Uuc2ltcGxlZmluLm9yZy9zaW1wbGVmaW4vY2xhaW0vZGVtbw=='
    expect(claimUrlOf(demo)?.href).toBe('https://bridge.simplefin.org/simplefin/claim/demo')
    for (const text of [
      '',
      'x',
      'hello',
      btoa('ftp://x/'),
      btoa('https://u:p@bridge.simplefin.org/'),
      btoa('https://a b'),
    ])
      expect(claimUrlOf(text)).toBeNull()
  })

  test.each([
    'http://127.0.0.1:1/claim/x',
    'https://169.254.169.254/claim/x',
    'https://evil.test/claim/x',
    'https://bridge.simplefin.org.evil.test/claim/x',
    'https://bridge.simplefin.org:8443/claim/x',
  ])('a token that leads to %s is refused without asking', async (url) => {
    let asked = 0
    const context = {
      ...contextFor(place, null),
      fetch: async () => {
        asked++
        throw new Error('asked')
      },
    }
    await expect(simplefin.completeLink(context, noKept({ token: btoa(url) }))).rejects.toMatchObject({
      code: 'bad_token',
    })
    expect(asked).toBe(0)
  })

  test('an access address that leads elsewhere is refused', async () => {
    const elsewhere = secretOf('https://u:p@evil.test/simplefin')
    await expect(simplefin.pull(contextFor(place, elsewhere), null, () => undefined)).rejects.toMatchObject({
      code: 'bad_token',
    })
  })

  test('ranges are 45 days, overlap by 5, and reach back a year or to the last pull', () => {
    const now = new Date('2026-11-01T15:00:00Z')
    const year = windowsSince(null, now)
    expect(year.map(({ start, end }) => (end - start) / 86_400)).toEqual(year.map(() => 45))
    for (let at = 1; at < year.length; at++)
      expect((year[at]?.end ?? 0) - (year[at - 1]?.start ?? 0)).toBe(5 * 86_400)
    expect(now.getTime() / 1000 - (year.at(-1)?.start ?? 0)).toBeGreaterThan(365 * 86_400)
    expect(windowsSince(now.getTime() / 1000 - 3600, now)).toHaveLength(1)
    expect(windowsSince(now.getTime() / 1000 - 60 * 86_400, now)).toHaveLength(2)
  })

  test('a first pull stops where nothing is left, and a later one asks once', async () => {
    const first = await pull()
    expect(place.simulator.requests()).toBe(4)
    await pull(first.cursor)
    expect(place.simulator.requests()).toBe(5)
  })

  test('a complaint is shown plain, and then no row is taken for gone', async () => {
    place.simulator.complaint =
      '<img src=x onerror=alert(1)>Bank <script>steal()</script>is <b>slow</b>&lt;\u202e'
    const { notices, listed, added } = await pull()
    expect(notices).toEqual([{ code: 'provider_says', text: 'Bank is slow' }])
    expect([listed, added.length]).toEqual([[], bank.rows.size])
  })

  test('an account in points is named and left out', async () => {
    bank.accounts.push({
      id: 'ACT-3',
      name: 'Miles',
      currency: 'https://air.test/miles',
      institution: 'Air',
      opening: 5n,
    })
    const { accounts, notices } = await pull()
    expect(accounts.map(({ id }) => id)).toEqual(['ACT-1', 'ACT-2'])
    expect(notices).toEqual([{ code: 'custom_currency', accountId: 'ACT-3', text: 'Miles' }])
  })

  test('a balance that stands still is noticed', async () => {
    bank.today = addDays(bank.today, -4)
    expect((await pull()).notices.map(({ code }) => code)).toEqual(['balance_is_old', 'balance_is_old'])
  })
})
