import { afterAll, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { addDays } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { World } from './context.ts'
import type { SyncResult } from './sync.ts'
import { ledgerOf, linkedWorld, truthOf } from './testing/linked.ts'
import { linkedPlaid } from './testing/linked-plaid.ts'
import { countRows, lostNotes, noteOne } from './testing/notes.ts'
import { type SimulatedBank, simulatedBank } from './testing/simulated-bank.ts'
import { beginDeltaTrouble, beginTrouble, endDeltaTrouble, endTrouble, seeded } from './testing/trouble.ts'

afterAll(closeConnections)

const days = Number(process.env.TRUTH_DAYS ?? 60)
const seeds = Array.from({ length: Number(process.env.TRUTH_SEEDS ?? 2) }, (_, index) => index + 1)
/** Long enough for an answer on a busy machine, and short enough that a day with a silent bank ends. */
const patience = days > 100 ? 400 : 1500

type Login = {
  scope: Scope
  world: World
  sync: () => Promise<SyncResult>
  begin: (below: (limit: number) => number) => void
  end: () => void
  newDay: () => void
  close: () => Promise<void>
}

const logins: Record<string, (bank: SimulatedBank) => Promise<Login>> = {
  windows: async (bank) => {
    const { simulator, ...here } = await linkedWorld(bank)
    return {
      ...here,
      begin: (below) => beginTrouble(bank, simulator, below),
      end: () => endTrouble(bank, simulator),
      newDay: simulator.newDay,
      close: simulator.close,
    }
  },
  cursors: async (bank) => {
    const { simulator, ...here } = await linkedPlaid(bank)
    return {
      ...here,
      begin: (below) => beginDeltaTrouble(bank, simulator, below),
      end: () => endDeltaTrouble(bank, simulator),
      newDay: () => {
        bank.today = addDays(bank.today, 1)
      },
      close: simulator.close,
    }
  },
}

test.each(Object.keys(logins).flatMap((style) => seeds.map((seed) => ({ style, seed }))))(
  `$style, seed $seed: after ${days} days of trouble the ledger is the bank’s truth and edits are where they were`,
  async ({ style, seed }) => {
    const below = seeded(seed)
    const bank = simulatedBank('2026-01-05')
    const here = await logins[style]?.(bank)
    if (!here) throw new Error(`There is no login in the style of ${style}.`)
    here.world.timeoutMs = patience
    const noted = new Map<string, string>()
    for (let day = 0; day < days; day++) {
      here.begin(below)
      await here.sync()
      here.end()
      expect(await here.sync(), `day ${day}`).toMatchObject({ status: 'ok' })
      expect(await ledgerOf(here.scope), `day ${day}`).toEqual(truthOf(bank))
      await noteOne(here.scope, bank, below, noted)
      here.newDay()
    }
    expect(await lostNotes(here.scope, noted)).toEqual([])
    expect(await countRows(here.scope)).toBeGreaterThan(days)
    await here.close()
  },
  3_600_000,
)
