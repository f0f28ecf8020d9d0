import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { ledgerOf, linkedWorld, truthOf } from './testing/linked.ts'
import { type Fault, type SimulatedBank, simulatedBank } from './testing/simulated-bank.ts'

afterAll(closeConnections)

const days = Number(process.env.TRUTH_DAYS ?? 60)
const seeds = Array.from({ length: Number(process.env.TRUTH_SEEDS ?? 2) }, (_, index) => index + 1)
/** Long enough for an answer on a busy machine, and short enough that a day with a silent bank ends. */
const patience = days > 100 ? 400 : 1500

/** mulberry32: the same seed gives the same trouble on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const faults: Fault[] = ['429', '500', 'cut', 'garbage', 'redirect', 'hang']

/** A day at the bank: purchases, twins, pending rows that post (some dearer, some under their own id), late removals. */
function live(bank: SimulatedBank, below: (limit: number) => number): void {
  const account = () => (below(2) === 0 ? 'ACT-1' : 'ACT-2')
  for (let count = below(4); count >= 0; count--) {
    const row = {
      accountId: account(),
      date: bank.today,
      minor: -BigInt(100 + below(60) * 25),
      description: `SHOP ${below(12)}`,
      pending: below(3) === 0,
    }
    bank.book(row)
    if (below(6) === 0) bank.book(row)
  }
  for (const row of [...bank.rows.values()].filter(({ pending }) => pending)) {
    const chance = below(10)
    if (chance < 4)
      bank.post(row.id, below(3) === 0 ? { minor: (row.minor * 118n) / 100n } : {}, below(4) === 0)
    else if (chance === 4) bank.remove(row.id)
    else if (chance === 5) bank.amend(row.id, { minor: (row.minor * 110n) / 100n, id: `${row.id}x` })
  }
  const recent = [...bank.rows.values()].filter(
    ({ pending, date }) => !pending && date > addDays(bank.today, -20),
  )
  const unlucky = recent[below(recent.length || 1)]
  if (unlucky && below(8) === 0) bank.remove(unlucky.id)
  const changed = recent[below(recent.length || 1)]
  if (changed && bank.rows.has(changed.id) && below(8) === 0)
    bank.amend(changed.id, { minor: changed.minor - 1n })
}

test.each(seeds)(
  `seed %i: after ${days} days of trouble the ledger is the bank’s truth and edits are where they were`,
  async (seed) => {
    const below = seeded(seed)
    const bank = simulatedBank('2026-01-05')
    const here = await linkedWorld(bank)
    here.world.timeoutMs = patience
    const noted = new Map<string, string>()
    for (let day = 0; day < days; day++) {
      live(bank, below)
      here.simulator.shuffle = below(2) === 0
      here.simulator.old = below(5) === 0
      bank.loginBroken = below(15) === 0
      if (below(4) === 0) bank.faults.push(faults[below(faults.length)] ?? '500')
      bank.beforeAnswer = () => {
        if (below(6) === 0)
          bank.book({
            accountId: 'ACT-1',
            date: bank.today,
            minor: -77n,
            description: 'MEANWHILE',
            pending: false,
          })
      }
      if (below(20) === 0) here.simulator.dailyLimit = here.simulator.requests() + below(2)
      await here.sync()
      here.simulator.dailyLimit = Number.MAX_SAFE_INTEGER
      bank.beforeAnswer = () => undefined
      bank.loginBroken = false
      bank.faults.length = 0
      expect(await here.sync(), `day ${day}`).toMatchObject({ status: 'ok' })
      expect(await ledgerOf(here.scope), `day ${day}`).toEqual(truthOf(bank))
      const posted = [...bank.rows.values()].filter(({ pending }) => !pending)
      const chosen = posted[below(posted.length || 1)]
      if (chosen) {
        const mine = eq(transactions.externalId, chosen.id)
        const [row] = await withScope(here.scope, (tx) =>
          tx
            .update(transactions)
            .set({ note: `day ${day}`, editedAt: here.scope.now })
            .where(mine)
            .returning(),
        )
        if (row) noted.set(row.id, `day ${day}`)
      }
      here.simulator.newDay()
    }
    const rows = await withScope(here.scope, (tx) => tx.select().from(transactions))
    for (const [id, note] of noted) expect(rows.find((row) => row.id === id)?.note).toBe(note)
    expect(rows.length).toBeGreaterThan(days)
    await here.simulator.close()
  },
  3_600_000,
)
