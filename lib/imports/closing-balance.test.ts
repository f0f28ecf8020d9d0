import { expect, it } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { closingBalance } from './closing-balance.ts'
import type { AccountRows } from './spool.ts'

type Row = [date: string, minor: bigint, balance: bigint | null]

const rowsOf = (rows: readonly Row[], ledger: bigint | null = null) =>
  ({
    read: { ledger: ledger === null ? null : { minor: ledger, asOf: asDate('2026-03-31') }, available: null },
    date: rows.map(([date]) => asDate(date)),
    minor: rows.map(([, minor]) => minor),
    runningBalance: rows.map(([, , balance]) => balance),
    status: rows.map(() => 'posted'),
    lastDate: asDate('2026-03-02'),
  }) as unknown as AccountRows

it('takes the ledger balance the file states', () => {
  expect(closingBalance(rowsOf([], 500n))).toEqual({ day: '2026-03-31', minor: 500n, available: null })
})

it('finds the newest running balance, whichever way the file runs', () => {
  const up: Row[] = [
    ['2026-03-01', -100n, 900n],
    ['2026-03-02', -200n, 700n],
  ]
  expect(closingBalance(rowsOf(up))).toMatchObject({ day: '2026-03-02', minor: 700n })
  expect(closingBalance(rowsOf(up.toReversed()))).toMatchObject({ day: '2026-03-02', minor: 700n })
})

it('tells the direction within one day by the arithmetic', () => {
  const down: Row[] = [
    ['2026-03-01', -200n, 700n],
    ['2026-03-01', -100n, 900n],
  ]
  expect(closingBalance(rowsOf(down))).toMatchObject({ minor: 700n })
  expect(closingBalance(rowsOf(down.toReversed()))).toMatchObject({ minor: 700n })
})

it('says nothing when the file says nothing', () => {
  expect(closingBalance(rowsOf([['2026-03-01', -1n, null]]))).toBeNull()
})
