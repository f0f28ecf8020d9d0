import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pinAddress, readAddress, resolveAll, sendPinned } from '#lib/privacy/pinned-request.ts'
import type { OutboundFetch } from '#lib/privacy/types.ts'
import type { Secret } from '#lib/secrets/secret.ts'
import type { LinkAnswer, Provider, ProviderContext, ProviderRow, Pull } from '../providers/port.ts'
import { bookSomeWeeks, type SimulatedBank, type SimulatedRow, simulatedBank } from './simulated-bank.ts'

/** One provider before its simulator. */
export type ProviderWorld = {
  provider: Provider
  origin: string
  settings?: Record<string, Secret>
  /** What the person brings back from the provider: a pasted token, typed keys, the query of the return address. */
  answer: () => LinkAnswer
  says?: Says
  close: () => Promise<void>
}

/** Where a protocol names things otherwise than the simulated bank, or says less. */
export type Says = {
  account?: (id: string) => string
  row?: (row: SimulatedRow) => string
  /** Pending rows are not told. */
  postedOnly?: true
  /** Kinds and last digits of accounts are not told. */
  bareAccounts?: true
}

/** The door without its ledger, for suites that need no database. */
const loopbackFetch =
  (origin: string, timeoutMs: number): OutboundFetch =>
  async (text, request = {}) => {
    const { url, loopback } = readAddress(text, [origin])
    const to = await pinAddress(url, loopback, resolveAll)
    return sendPinned(url, to, request, { timeoutMs, maxBytes: 8_000_000 })
  }

export function contextFor(
  world: Pick<ProviderWorld, 'origin' | 'settings'>,
  secret: Secret | null,
  now = new Date('2026-11-01T15:00:00Z'),
  timeoutMs = 20_000,
): ProviderContext {
  return {
    fetch: loopbackFetch(world.origin, timeoutMs),
    secret,
    settings: world.settings ?? {},
    now,
    locale: 'en',
    timeZone: 'UTC',
    byPerson: true,
  }
}

/** What a reader of pulls knows after each of them: the shortest correct use of the port. */
function applyPull(known: Map<string, ProviderRow>, pull: Pull): void {
  const rows = [...pull.added, ...pull.modified]
  const ids = new Set(rows.map((row) => row.id))
  for (const { id } of pull.removed) known.delete(id)
  for (const { accountId, from, to } of pull.listed)
    for (const row of [...known.values()])
      if (
        row.accountId === accountId &&
        !ids.has(row.id) &&
        (row.status === 'pending' || (row.date >= from && row.date <= to))
      )
        known.delete(row.id)
  for (const row of rows) known.set(row.id, row)
}

const truthOf = (bank: SimulatedBank, says: Says = {}) =>
  [...bank.rows.values()]
    .filter(({ pending }) => !(says.postedOnly && pending))
    .map((row) => {
      const account = says.account?.(row.accountId) ?? row.accountId
      return `${account} ${says.row?.(row) ?? row.id} ${row.minor} ${row.pending ? 'pending' : 'posted'}`
    })
    .sort()

const factsOf = (known: Map<string, ProviderRow>) =>
  [...known.values()]
    .map(({ id, accountId, minor, status }) => `${accountId} ${id} ${minor} ${status}`)
    .sort()

/** What every provider must do, whatever its protocol. `open` starts its simulator over the bank it is given. */
export function providerContract(name: string, open: (bank: SimulatedBank) => Promise<ProviderWorld>): void {
  describe(`${name} keeps the contract`, () => {
    let bank: SimulatedBank
    let world: ProviderWorld
    let secret: Secret
    const quiet = () => undefined
    const context = (now?: Date) => contextFor(world, secret, now)
    const pull = (cursor: string | null, now?: Date) => world.provider.pull(context(now), cursor, quiet)

    beforeEach(async () => {
      bank = simulatedBank()
      bookSomeWeeks(bank)
      world = await open(bank)
      secret = (await world.provider.completeLink(contextFor(world, null), world.answer())).secret
    })
    afterEach(() => world.close())

    test('a link gives a secret that no print shows', () => {
      expect(secret.reveal().length).toBeGreaterThan(4)
      expect(`${secret} ${JSON.stringify({ secret })}`).not.toContain(secret.reveal())
    })

    test('accounts have a currency, a kind and a balance from the holder’s view', async () => {
      const accounts = await world.provider.listAccounts(context())
      const idOf = (id: string) => world.says?.account?.(id) ?? id
      expect(accounts.map(({ id }) => id).sort()).toEqual(bank.accounts.map(({ id }) => idOf(id)).sort())
      for (const { id } of bank.accounts) {
        const account = accounts.find((told) => told.id === idOf(id))
        expect(account?.currency).toMatch(/^[A-Z]{3}$/)
        expect(account?.balance?.minor).toBe(bank.balanceOf(id))
      }
      if (world.says?.bareAccounts) return
      expect(accounts.find(({ id }) => id === 'ACT-2')?.type).toBe('credit_card')
      expect(accounts.find(({ id }) => id === 'ACT-1')?.last4).toBe('1234')
    })

    test('the first pull brings every row once', async () => {
      const seen: number[] = []
      const first = await world.provider.pull(context(), null, ({ rows }) => seen.push(rows))
      const truth = new Map([...bank.rows.values()].map((row) => [world.says?.row?.(row) ?? row.id, row]))
      expect(first.added.map(({ id }) => id).sort()).toEqual([...truth.keys()].sort())
      expect(seen.length).toBeGreaterThan(0)
      for (const row of first.added) {
        expect(row.minor).toBe(truth.get(row.id)?.minor)
        expect(row.date).toBe(truth.get(row.id)?.date)
      }
    })

    test('new, posted, changed and removed rows arrive with the next pulls', async () => {
      const known = new Map<string, ProviderRow>()
      let last = await pull(null)
      applyPull(known, last)
      const coffee = bank.book({
        accountId: 'ACT-1',
        date: bank.today,
        minor: -475n,
        description: 'COFFEE',
        pending: true,
      })
      last = await pull(last.cursor)
      applyPull(known, last)
      expect(factsOf(known)).toEqual(truthOf(bank, world.says))
      bank.post(coffee.id, { minor: -560n })
      const [first, second] = [...bank.rows.values()].filter((row) => row.accountId === 'ACT-1')
      bank.amend(first?.id ?? '', { minor: -9999n })
      bank.remove(second?.id ?? '')
      last = await pull(last.cursor)
      applyPull(known, last)
      expect(factsOf(known)).toEqual(truthOf(bank, world.says))
    })

    test('the same cursor asked again gives the same, and so does an old one', async () => {
      const first = await pull(null)
      bank.book({ accountId: 'ACT-1', date: bank.today, minor: -1n, description: 'X', pending: false })
      const [a, b] = [await pull(first.cursor), await pull(first.cursor)]
      expect(a.added).toEqual(b.added)
      expect(a.removed).toEqual(b.removed)
    })

    test.each([
      ['429', 'rate_limited'],
      ['500', 'down'],
      ['hang', 'down'],
      ['cut', 'down'],
      ['garbage', 'bad_answer'],
      ['redirect', 'bad_answer'],
    ] as const)('a provider’s %s is told as %s and brings nothing', async (fault, code) => {
      bank.faults.push(fault)
      // Only a hang is to be given up on soon: a busy machine may take its time with the others.
      const impatient = contextFor(world, secret, undefined, fault === 'hang' ? 300 : undefined)
      const asked = world.provider.pull(impatient, null, quiet)
      await expect(asked).rejects.toMatchObject({ name: 'ProviderError', code })
      expect((await pull(null)).added).toHaveLength(bank.rows.size)
    })

    test('a pause that the provider asks for is passed on', async () => {
      bank.faults.push('429')
      await expect(pull(null)).rejects.toMatchObject({ retryAfterSeconds: 120 })
    })

    test('a login that broke says so, and works again after its repair', async () => {
      bank.loginBroken = true
      await expect(pull(null)).rejects.toMatchObject({ code: 'needs_reauth' })
      expect((await world.provider.health(context())).state).toBe('needs_reauth')
      bank.loginBroken = false
      expect((await world.provider.health(context())).state).toBe('ok')
      expect((await pull(null)).added).toHaveLength(bank.rows.size)
    })

    test('an access that was withdrawn is told from one that broke', async () => {
      bank.revoked = true
      await expect(pull(null)).rejects.toMatchObject({ code: 'revoked' })
    })

    test('no failure says the secret or the provider’s words', async () => {
      const said: string[] = []
      for (const fault of ['429', '500', 'cut', 'garbage'] as const) {
        bank.faults.push(fault)
        const error: unknown = await pull(null).catch((failure: unknown) => failure)
        said.push(error instanceof Error ? `${error.message} ${error.stack}` : String(error))
      }
      expect(said.join()).not.toContain(secret.reveal())
      expect(said.join()).not.toMatch(/oops|maintenance|slow down/)
    })

    test('a webhook without proof is refused', async () => {
      const forged = { headers: {}, body: '{"webhook_type":"TRANSACTIONS"}' }
      await expect(world.provider.verifyWebhook(context(), forged)).rejects.toMatchObject({ code: 'forged' })
    })
  })
}

export const noKept = (fields: Record<string, string>): LinkAnswer => ({
  fields,
  kept: null,
  repair: false,
  known: { linked: [], ever: 0 },
})
