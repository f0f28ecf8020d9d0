import { afterAll, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { ledgerOf, linkedWorld, truthOf } from './testing/linked.ts'
import { countRows, lostNotes, noteOne } from './testing/notes.ts'
import { simulatedBank } from './testing/simulated-bank.ts'
import { beginTrouble, endTrouble, seeded } from './testing/trouble.ts'

afterAll(closeConnections)

const days = Number(process.env.TRUTH_DAYS ?? 60)
const seeds = Array.from({ length: Number(process.env.TRUTH_SEEDS ?? 2) }, (_, index) => index + 1)
/** Long enough for an answer on a busy machine, and short enough that a day with a silent bank ends. */
const patience = days > 100 ? 400 : 1500

test.each(seeds)(
  `seed %i: after ${days} days of trouble the ledger is the bank’s truth and edits are where they were`,
  async (seed) => {
    const below = seeded(seed)
    const bank = simulatedBank('2026-01-05')
    const here = await linkedWorld(bank)
    here.world.timeoutMs = patience
    const noted = new Map<string, string>()
    for (let day = 0; day < days; day++) {
      beginTrouble(bank, here.simulator, below)
      await here.sync()
      endTrouble(bank, here.simulator)
      expect(await here.sync(), `day ${day}`).toMatchObject({ status: 'ok' })
      expect(await ledgerOf(here.scope), `day ${day}`).toEqual(truthOf(bank))
      await noteOne(here.scope, bank, below, noted)
      here.simulator.newDay()
    }
    expect(await lostNotes(here.scope, noted)).toEqual([])
    expect(await countRows(here.scope)).toBeGreaterThan(days)
    await here.simulator.close()
  },
  3_600_000,
)
