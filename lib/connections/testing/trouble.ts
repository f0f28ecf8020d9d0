import { addDays } from '#lib/core/calendar.ts'
import type { Fault, SimulatedBank } from './simulated-bank.ts'
import type { PlaidSimulator } from './simulators/plaid.ts'
import type { SimplefinSimulator } from './simulators/simplefin.ts'

/** mulberry32: the same seed gives the same trouble on every machine. */
export function seeded(seed: number): (below: number) => number {
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

/** A day goes by at the bank, and its answers become what a bad day makes of them, until `calm`. */
function troubleAt(bank: SimulatedBank, below: (limit: number) => number): void {
  live(bank, below)
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
}

function calm(bank: SimulatedBank): void {
  bank.beforeAnswer = () => undefined
  bank.loginBroken = false
  bank.faults.length = 0
}

/** A bad day of a protocol with windows: rows in disorder and twice, an old version, a budget that ends early. */
export function beginTrouble(
  bank: SimulatedBank,
  simulator: SimplefinSimulator,
  below: (limit: number) => number,
): void {
  troubleAt(bank, below)
  simulator.shuffle = below(2) === 0
  simulator.old = below(5) === 0
  if (below(20) === 0) simulator.dailyLimit = simulator.requests() + below(2)
}

export function endTrouble(bank: SimulatedBank, simulator: SimplefinSimulator): void {
  calm(bank)
  simulator.dailyLimit = Number.MAX_SAFE_INTEGER
}

/** A bad day of a protocol with cursors: small pages, rows twice, changes between two pages again and again. */
export function beginDeltaTrouble(
  bank: SimulatedBank,
  simulator: PlaidSimulator,
  below: (limit: number) => number,
): void {
  troubleAt(bank, below)
  simulator.mostPerPage = below(3) === 0 ? 500 : 1 + below(4)
  simulator.doubled = below(2) === 0
  simulator.mutations = below(3)
}

/** The pages stay as small as they were; they only change no more while they are read. */
export function endDeltaTrouble(bank: SimulatedBank, simulator: PlaidSimulator): void {
  calm(bank)
  simulator.mutations = 0
}
