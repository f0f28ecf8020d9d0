import { addDays, asDate, type CalendarDate } from '#lib/core/calendar.ts'

export type SimulatedAccount = {
  id: string
  name: string
  currency: string
  institution: string
  opening: bigint
}

export type SimulatedRow = {
  id: string
  accountId: string
  date: CalendarDate
  minor: bigint
  description: string
  pending: boolean
  /** The id it had while pending. */
  was: string | null
}

export type Change = { kind: 'added' | 'modified' | 'removed'; id: string; accountId: string }

export type Fault = '429' | '500' | 'hang' | 'cut' | 'garbage' | 'redirect'

/** A bank that exists in memory: what its rows truly are, and everything that ever changed, in order. */
export type SimulatedBank = {
  accounts: SimulatedAccount[]
  rows: Map<string, SimulatedRow>
  /** Deltas are read from here by simulators whose protocol has cursors. */
  log: Change[]
  today: CalendarDate
  loginBroken: boolean
  revoked: boolean
  /** The next data requests meet these, one each. */
  faults: Fault[]
  /** Called, and by SimpleFIN waited for, before each data request is answered: a place to change rows between two pages. */
  beforeAnswer: () => unknown
  book: (row: Omit<SimulatedRow, 'id' | 'was'> & { id?: string }) => SimulatedRow
  /** A pending row becomes a posted one under another id, on `date`, perhaps with another amount. */
  post: (
    id: string,
    change?: Partial<Pick<SimulatedRow, 'minor' | 'date' | 'description'>>,
    sameId?: boolean,
  ) => SimulatedRow
  amend: (id: string, change: Partial<Pick<SimulatedRow, 'minor' | 'description' | 'id'>>) => void
  remove: (id: string) => void
  balanceOf: (accountId: string) => bigint
}

export function simulatedBank(today = '2026-11-01'): SimulatedBank {
  let serial = 0
  const bank: SimulatedBank = {
    accounts: [
      {
        id: 'ACT-1',
        name: 'Everyday Checking (1234)',
        currency: 'USD',
        institution: 'Simulated Bank',
        opening: 250_000n,
      },
      {
        id: 'ACT-2',
        name: 'Rewards Visa (9876)',
        currency: 'USD',
        institution: 'Simulated Bank',
        opening: 0n,
      },
    ],
    rows: new Map(),
    log: [],
    today: asDate(today),
    loginBroken: false,
    revoked: false,
    faults: [],
    beforeAnswer: () => undefined,
    book: (row) => {
      const stored = { ...row, id: row.id ?? `T-${++serial}`, was: null }
      bank.rows.set(stored.id, stored)
      bank.log.push({ kind: 'added', id: stored.id, accountId: stored.accountId })
      return stored
    },
    post: (id, change = {}, sameId = false) => {
      const pending = requireRow(id)
      const posted = { ...pending, date: bank.today, ...change, pending: false, was: id }
      if (sameId) {
        bank.rows.set(id, { ...posted, was: null })
        bank.log.push({ kind: 'modified', id, accountId: pending.accountId })
        return { ...posted, was: null }
      }
      bank.remove(id)
      const row = { ...posted, id: `T-${++serial}` }
      bank.rows.set(row.id, row)
      bank.log.push({ kind: 'added', id: row.id, accountId: row.accountId })
      return row
    },
    amend: (id, change) => {
      const row = requireRow(id)
      if (change.id && change.id !== id) {
        bank.remove(id)
        bank.book({ ...row, ...change })
        return
      }
      bank.rows.set(id, { ...row, ...change })
      bank.log.push({ kind: 'modified', id, accountId: row.accountId })
    },
    remove: (id) => {
      const { accountId } = requireRow(id)
      bank.rows.delete(id)
      bank.log.push({ kind: 'removed', id, accountId })
    },
    balanceOf: (accountId) =>
      [...bank.rows.values()]
        .filter((row) => row.accountId === accountId && !row.pending)
        .reduce(
          (sum, row) => sum + row.minor,
          bank.accounts.find(({ id }) => id === accountId)?.opening ?? 0n,
        ),
  }
  const requireRow = (id: string): SimulatedRow => {
    const row = bank.rows.get(id)
    if (!row) throw new Error(`The simulated bank has no row ${id}.`)
    return row
  }
  return bank
}

/** A few weeks of rows: the contract suite's world. */
export function bookSomeWeeks(bank: SimulatedBank): void {
  for (let day = 1; day <= 60; day++)
    bank.book({
      accountId: day % 3 === 0 ? 'ACT-2' : 'ACT-1',
      date: addDays(bank.today, -day),
      minor: BigInt(-500 - day * 7),
      description: `SHOP ${day % 9} SEATTLE WA`,
      pending: false,
    })
}
