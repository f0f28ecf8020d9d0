import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '#lib/core/calendar.ts'
import { fingerprintOf, normaliseDescriptor, ordinalCounter, tupleOf } from './identity.ts'
import { matchRows } from './match.ts'
import type { Incoming, Known } from './matchable.ts'

type Line = { day: number; minor: number; text: string; id?: string; status?: 'posted' | 'pending' }
type Store = (Known & { note: string | null })[]

const dayOf = (day: number): CalendarDate => addDays(asDate('2026-01-01'), day)

function incomingOf(lines: readonly Line[]): Incoming[] {
  const ordinals = ordinalCounter()
  return lines.map((line) => {
    const date = dayOf(line.day)
    const tuple = tupleOf(date, BigInt(line.minor), 'USD', line.text)
    const ordinal = ordinals(tuple)
    return {
      date,
      minor: BigInt(line.minor),
      tuple,
      ordinal,
      fingerprint: fingerprintOf(tuple, ordinal),
      externalId: line.id ?? null,
      merchantKey: normaliseDescriptor(line.text).replace(/ \d+$/, ''),
      rawDescription: line.text,
      status: line.status ?? 'posted',
    }
  })
}

/** What the write step does, in memory: enough of it to check that the decisions compose. */
function importInto(store: Store, lines: readonly Line[], source = 'file:ofx'): Store {
  const rows = incomingOf(lines)
  const dates = rows.map((row) => row.date).toSorted()
  const [from, to] = [dates[0], dates.at(-1)]
  const decisions = matchRows(rows, store, source, from && to ? { from, to } : null)
  const next = store.map((known) => ({ ...known }))
  decisions.forEach((decision, index) => {
    const row = rows[index]
    if (!row) return
    if (decision.kind === 'new') {
      const { tuple: _tuple, ordinal: _ordinal, ...kept } = row
      next.push({
        ...kept,
        id: `${next.length}`,
        source,
        fingerprint: decision.fingerprint,
        deleted: false,
        claimed: false,
        aliasIds: [],
        aliasFingerprints: [],
        note: null,
      })
      return
    }
    const known = next.find((candidate) => candidate.id === decision.known.id)
    if (!known) return
    const prints = [known.fingerprint, ...known.aliasFingerprints]
    const taken = next.some((other) =>
      [other.fingerprint, ...other.aliasFingerprints].includes(row.fingerprint),
    )
    if (!prints.includes(row.fingerprint) && !taken)
      known.aliasFingerprints = [...known.aliasFingerprints, row.fingerprint]
    if (row.externalId && known.externalId !== row.externalId)
      known.aliasIds = [...known.aliasIds, `${source}|${row.externalId}`]
    if (row.status === 'posted') known.status = 'posted'
  })
  return next
}

const contents = (store: Store): string[] =>
  store
    .map(
      (row) =>
        `${row.date} ${row.minor} ${row.rawDescription}${row.deleted ? ' deleted' : ''} ${row.note ?? ''}`,
    )
    .sort()

const line = fc.record({
  day: fc.integer({ min: 0, max: 12 }),
  minor: fc.constantFrom(-450, -450, -1200, 5000),
  text: fc.constantFrom('Coffee bar', 'Coffee bar', 'Grocer', 'Payroll'),
})
/** A bank's books: whole days, in order; an id on every row or on none. */
const ledger = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.boolean())
  .map(([lines, ids]) =>
    lines
      .toSorted((a, b) => a.day - b.day)
      .map((row, index): Line => (ids ? { ...row, id: `id-${index}` } : row)),
  )
const window = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([a, b]) => ({
  from: Math.min(a, b),
  to: Math.max(a, b),
}))
const cut = (lines: readonly Line[], { from, to }: { from: number; to: number }) =>
  lines.filter((row) => row.day >= from && row.day <= to)

describe('matching', () => {
  it('adds nothing when a file comes again, in any order of its rows within the day', () => {
    fc.assert(
      fc.property(ledger, (lines) => {
        const once = importInto([], lines)
        expect(contents(importInto(once, lines))).toEqual(contents(once))
        expect(contents(importInto(once, lines.toReversed()))).toEqual(contents(once))
      }),
    )
  })

  it('makes the union of overlapping files, whichever comes first', () => {
    fc.assert(
      fc.property(ledger, fc.array(window, { minLength: 2, maxLength: 4 }), (lines, windows) => {
        const files = windows.map((part) => cut(lines, part))
        const union = lines.filter((row) =>
          windows.some((part) => row.day >= part.from && row.day <= part.to),
        )
        const forward = files.reduce<Store>((store, file) => importInto(store, file), [])
        const backward = files.toReversed().reduce<Store>((store, file) => importInto(store, file), [])
        expect(contents(forward)).toEqual(contents(importInto([], union)))
        expect(contents(backward)).toEqual(contents(forward))
      }),
    )
  })

  it('never brings a deleted row back and never touches what a person wrote', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (lines, pick) => {
        const store = importInto([], lines)
        const row = store[pick % Math.max(1, store.length)]
        if (row) Object.assign(row, { deleted: pick % 2 === 0, note: 'mine' })
        expect(contents(importInto(store, lines))).toEqual(contents(store))
      }),
    )
  })

  it('answers each row once and claims each stored row once', () => {
    fc.assert(
      fc.property(ledger, ledger, fc.constantFrom('file:ofx', 'file:csv'), (first, second, source) => {
        const store = importInto([], first)
        const decisions = matchRows(incomingOf(second), store, source)
        const claimed = decisions.flatMap((d) => (d.kind === 'match' ? [d.known.id] : []))
        expect(new Set(claimed).size).toBe(claimed.length)
        const prints = [
          ...store.map((known) => known.fingerprint),
          ...decisions.flatMap((d) => (d.kind === 'new' ? [d.fingerprint] : [])),
        ]
        expect(new Set(prints).size).toBe(prints.length)
      }),
    )
  })

  it('keeps a second equal coffee that a later file adds', () => {
    const one = [{ day: 1, minor: -450, text: 'Coffee' }]
    const two = [...one, ...one]
    expect(importInto(importInto([], one), two)).toHaveLength(2)
    expect(importInto(importInto([], two), one)).toHaveLength(2)
  })

  it('does not make one row of two that share a reused id', () => {
    const store = importInto([], [{ day: 1, minor: -450, text: 'Fee', id: 'X' }])
    const later = [
      { day: 1, minor: -450, text: 'Fee', id: 'X' },
      { day: 2, minor: -450, text: 'Fee', id: 'X' },
      { day: 1, minor: -900, text: 'Fee', id: 'X' },
    ]
    expect(importInto(store, later)).toHaveLength(3)
  })

  it('follows an id whose description changed, and tells twins apart by their ids', () => {
    const store = importInto([], [{ day: 1, minor: -450, text: 'POS 1234', id: 'A' }])
    const [decision] = matchRows(
      incomingOf([{ day: 1, minor: -450, text: 'Coffee bar', id: 'A' }]),
      store,
      'file:ofx',
    )
    expect(decision).toMatchObject({ kind: 'match', by: 'id' })
    const coffees = [
      { day: 1, minor: -450, text: 'Coffee', id: 'B' },
      { day: 1, minor: -450, text: 'Coffee', id: 'C' },
    ]
    expect(importInto(importInto([], coffees.slice(0, 1)), coffees.toReversed())).toHaveLength(2)
  })

  it('survives a bank that gives new ids with every download', () => {
    const lines = [
      { day: 1, minor: -450, text: 'Coffee', id: '1' },
      { day: 1, minor: -450, text: 'Coffee', id: '2' },
    ]
    const again = lines.map((row) => ({ ...row, id: `new-${row.id}` }))
    expect(importInto(importInto([], lines), again)).toHaveLength(2)
  })

  it('lets a posted row take the place of its pending one, 0 to 8 days later', () => {
    const pending: Line[] = [{ day: 1, minor: -450, text: 'Pending shop', status: 'pending' }]
    const posted = (day: number): Line[] => [{ day, minor: -450, text: 'Shop' }]
    const claimed = importInto(importInto([], pending), posted(9))
    expect(claimed).toHaveLength(1)
    expect(claimed[0]).toMatchObject({ status: 'posted', date: dayOf(1) })
    expect(importInto(claimed, posted(9))).toHaveLength(1)
    expect(importInto(importInto([], pending), posted(10))).toHaveLength(2)
    expect(importInto(importInto([], posted(9)), pending)).toHaveLength(1)
  })

  it('merges across sources by payee within 7 days, closest first, and only points at other payees', () => {
    const synced = importInto([], [{ day: 1, minor: -450, text: 'Coffee 1' }], 'provider')
    const file = [{ day: 8, minor: -450, text: 'Coffee 2' }]
    expect(importInto(synced, file, 'file:csv')).toHaveLength(1)
    expect(importInto(synced, [{ day: 9, minor: -450, text: 'Coffee 2' }], 'file:csv')).toHaveLength(2)
    const [other] = matchRows(incomingOf([{ day: 1, minor: -450, text: 'Kiosk' }]), synced, 'file:csv')
    expect(other).toMatchObject({ kind: 'new', resembles: '0' })
  })
})
