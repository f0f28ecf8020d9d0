import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate, daysBetween, eachDay } from '#lib/core/calendar.ts'
import { coverageOf } from './coverage.ts'
import type { CoverageInput, StatedPeriod } from './types.ts'

const day = (text: string) => asDate(`2026-${text}`)

const period = (from: string, to: string, parts: Partial<StatedPeriod> = {}): StatedPeriod => ({
  from: day(from),
  to: day(to),
  stated: true,
  opening: null,
  closing: null,
  ...parts,
})

const input = (periods: StatedPeriod[], parts: Partial<CoverageInput> = {}): CoverageInput => ({
  periods,
  balances: [],
  moves: [],
  rowsOn: new Map(),
  today: day('06-30'),
  fed: true,
  ...parts,
})

const states = (found: ReturnType<typeof coverageOf>) =>
  found?.months.map(({ month, state }) => `${month.slice(5, 7)} ${state}`)

describe('the statements of an account', () => {
  it('say nothing when there is none', () => {
    expect(coverageOf(input([]))).toBeNull()
  })

  it('leave a month out, and part of one', () => {
    const found = coverageOf(
      input([period('01-01', '01-31'), period('03-01', '03-31'), period('04-10', '04-30')]),
    )
    expect(states(found)).toEqual(['01 covered', '02 missing', '03 covered', '04 partial'])
    expect(found?.holes).toEqual([
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-04-01', to: '2026-04-09' },
    ])
  })

  it('take silence between first and last rows for silence, unless it is unusually long', () => {
    const rows = (from: string, to: string) => period(from, to, { stated: false })
    expect(coverageOf(input([rows('01-02', '01-28'), rows('02-03', '02-25')]))?.holes).toEqual([])
    expect(coverageOf(input([rows('01-02', '01-28'), rows('03-03', '03-25')]))?.holes).toHaveLength(1)
    const quiet = [day('01-02'), day('01-28')].map((at) => ({ day: at, minor: 1n }))
    const slow = input([rows('01-02', '01-28'), rows('03-03', '03-25')], { moves: quiet })
    expect(coverageOf(slow)?.holes).toEqual([])
  })

  it('join where the balances on both sides agree', () => {
    const join = (opening: bigint) =>
      coverageOf(input([period('01-01', '01-31', { closing: 5n }), period('03-01', '03-31', { opening })]))
    expect(join(5n)?.holes).toEqual([])
    expect(join(6n)?.holes).toHaveLength(1)
  })

  it('overlap where two hold more than a shared day', () => {
    const found = coverageOf(
      input([period('01-01', '02-10'), period('02-01', '02-28'), period('02-28', '03-31')]),
    )
    expect(found?.overlaps).toEqual([{ from: '2026-02-01', to: '2026-02-10' }])
    expect(found?.months.map((month) => month.overlapping)).toEqual([false, true, false])
  })

  it('end in a hole when nothing came for long, but not on a linked account', () => {
    const january = [period('01-01', '01-31')]
    expect(coverageOf(input(january, { fed: false }))?.holes).toEqual([
      { from: '2026-02-01', to: '2026-06-23' },
    ])
    expect(coverageOf(input(january))?.holes).toEqual([])
  })

  it('contradict the rows when a balance moved by something else', () => {
    const both = [period('01-01', '01-31', { closing: 100n }), period('02-01', '02-28', { closing: 130n })]
    const moves = [{ day: day('02-10'), minor: 20n }]
    expect(coverageOf(input(both, { moves }))?.contradictions).toEqual([
      { from: '2026-01-31', to: '2026-02-28', rows: 20n, moved: 30n },
    ])
    const fits = [...moves, { day: day('02-12'), minor: 10n }]
    expect(coverageOf(input(both, { moves: fits }))?.contradictions).toEqual([])
  })

  it('do not contradict across a hole, nor by a balance taken in the middle of a day', () => {
    const apart = [period('01-01', '01-31', { closing: 100n }), period('03-01', '03-31', { closing: 130n })]
    expect(coverageOf(input(apart))?.contradictions).toEqual([])
    const noon = [period('01-01', '01-31', { closing: 100n }), period('02-01', '02-28', { closing: 120n })]
    const moves = [{ day: day('02-28'), minor: 27n }]
    expect(coverageOf(input(noon, { moves }))?.contradictions).toHaveLength(1)
    const rowsOn = new Map([[day('02-28'), [20n, 7n]]])
    expect(coverageOf(input(noon, { moves, rowsOn }))?.contradictions).toEqual([])
  })
})

const origin = asDate('2025-01-01')
const spans = fc.array(
  fc.tuple(fc.nat(400), fc.nat(40)).map(([from, length]) => ({ from, to: from + length })),
  { minLength: 1, maxLength: 12 },
)
const amounts = fc.array(fc.tuple(fc.nat(440), fc.bigInt({ min: -500n, max: 500n })), { maxLength: 40 })

/** A true history: rows, and statements that each tell the balances before and after them. */
function history(days: { from: number; to: number }[], rows: [number, bigint][]): CoverageInput {
  const balanceAt = (at: number) => rows.reduce((sum, [on, minor]) => (on <= at ? sum + minor : sum), 1000n)
  const sums = new Map<CalendarDate, bigint>()
  for (const [on, minor] of rows.toSorted((a, b) => a[0] - b[0]))
    sums.set(addDays(origin, on), (sums.get(addDays(origin, on)) ?? 0n) + minor)
  return {
    periods: days.map(({ from, to }) => ({
      from: addDays(origin, from),
      to: addDays(origin, to),
      stated: true,
      opening: balanceAt(from - 1),
      closing: balanceAt(to),
    })),
    balances: [],
    moves: [...sums].map(([on, minor]) => ({ day: on, minor })),
    rowsOn: new Map(),
    today: addDays(origin, 440),
    fed: true,
  }
}

describe('of any true history', () => {
  it('nothing contradicts, every day is covered or in a hole, and the order of files does not matter', () => {
    fc.assert(
      fc.property(spans, amounts, (days, rows) => {
        const told = history(days, rows)
        const found = coverageOf(told)
        expect(found?.contradictions).toEqual([])
        expect(coverageOf({ ...told, periods: told.periods.toReversed() })).toEqual(found)
        if (!found) return
        const covered = new Set(told.periods.flatMap(({ from, to }) => eachDay(from, to)))
        for (const hole of found.holes)
          for (const at of eachDay(hole.from, hole.to)) expect(covered.has(at)).toBe(false)
        for (const month of found.months) {
          const touches = found.holes.some(
            (hole) =>
              hole.from.slice(0, 7) <= month.month.slice(0, 7) &&
              hole.to.slice(0, 7) >= month.month.slice(0, 7),
          )
          expect(month.state !== 'covered').toBe(touches)
        }
      }),
    )
  })

  it('a row that is lost inside a statement is told, with what it is off by', () => {
    fc.assert(
      fc.property(spans, amounts, fc.bigInt({ min: 1n, max: 900n }), (days, rows, lost) => {
        const told = history(days, rows)
        const [first] = told.periods
        if (!first || daysBetween(first.from, first.to) < 1) return
        const moves = [
          ...told.moves.filter((move) => move.day !== first.to),
          { day: first.to, minor: (told.moves.find((move) => move.day === first.to)?.minor ?? 0n) - lost },
        ]
        const found = coverageOf({ ...told, moves: moves.toSorted((a, b) => (a.day < b.day ? -1 : 1)) })
        const off = found?.contradictions.map(({ rows: sum, moved }) => moved - sum) ?? []
        expect(off).toContain(lost)
      }),
    )
  })
})
