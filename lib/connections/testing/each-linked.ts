import { afterAll, afterEach, beforeEach } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { type LinkedWorld, linkedWorld } from './linked.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from './simulated-bank.ts'

/** Before each test of the file: a new bank with some weeks of rows, and a new household with a login at it. */
export function eachLinked(take: (made: { bank: SimulatedBank; here: LinkedWorld }) => void): void {
  let here: LinkedWorld | null = null
  beforeEach(async () => {
    const bank = simulatedBank()
    bookSomeWeeks(bank)
    here = await linkedWorld(bank)
    take({ bank, here })
  })
  afterEach(() => here?.simulator.close())
  afterAll(closeConnections)
}
