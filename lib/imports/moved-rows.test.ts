import { expect, it } from 'vitest'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { fingerprintOf, ordinalCounter, tupleOf } from './identity.ts'
import { type Days, matchRows } from './match.ts'
import type { Incoming, Known } from './matchable.ts'

type Line = [day: number, text: string, id?: string]

const dayOf = (day: number) => addDays(asDate('2026-03-01'), day - 1)
const days = (from: number, to: number): Days => ({ from: dayOf(from), to: dayOf(to) })

function rowsOf(lines: readonly Line[]): Incoming[] {
  const ordinalOf = ordinalCounter()
  return lines.map(([day, text, id]) => {
    const date = dayOf(day)
    const tuple = tupleOf(date, -450n, 'USD', text)
    const ordinal = ordinalOf(tuple)
    const fingerprint = fingerprintOf(tuple, ordinal)
    const known = { merchantKey: text, rawDescription: text, status: 'posted' as const }
    return { date, minor: -450n, tuple, ordinal, fingerprint, externalId: id ?? null, ...known }
  })
}

const stored = (source: string, lines: readonly Line[]): Known[] =>
  rowsOf(lines).map((row, at) => {
    const aliases = { aliasIds: [], aliasFingerprints: [] }
    return { ...row, id: String(at), source, deleted: false, claimed: false, ...aliases }
  })

/** Which stored row each line is; null for a new one. */
const matched = (lines: readonly Line[], known: Known[], source: string, covered: Days | null) =>
  matchRows(rowsOf(lines), known, source, covered).map((decision) =>
    decision.kind === 'match' ? decision.known.id : null,
  )

it('follows an id that the bank moved to another day of the file', () => {
  const store = stored('file:ofx', [[2, 'rent', 'A']])
  expect(matched([[3, 'rent', 'A']], store, 'file:ofx', days(1, 31))).toEqual(['0'])
  expect(matched([[5, 'landlord', 'A']], store, 'file:ofx', days(1, 31))).toEqual(['0'])
  expect(matched([[12, 'rent', 'A']], store, 'file:ofx', days(1, 31))).toEqual([null])
})

it('takes an id that counts from 1 in every file for no identity', () => {
  const store = stored('file:ofx', [
    [1, 'coffee', '1'],
    [2, 'coffee', '2'],
  ])
  const next: Line[] = [
    [3, 'coffee', '1'],
    [4, 'coffee', '2'],
  ]
  expect(matched(next, store, 'file:ofx', days(3, 4))).toEqual([null, null])
  const overlapping: Line[] = [
    [2, 'coffee', '1'],
    ...next.map(([day, text]): Line => [day, text, String(day - 1)]),
  ]
  expect(matched(overlapping, store, 'file:ofx', days(2, 4))).toEqual(['1', null, null])
})

it('keeps a daily coffee of another format apart once both formats date rows alike', () => {
  const csv = stored('file:csv', [
    [3, 'coffee'],
    [5, 'grocer'],
    [6, 'baker'],
    [7, 'bar'],
  ])
  const both: Line[] = [
    [5, 'grocer'],
    [6, 'baker'],
    [7, 'bar'],
  ]
  expect(matched([...both, [9, 'coffee']], csv, 'file:ofx', days(5, 9))).toEqual(['1', '2', '3', null])
  expect(matched([[9, 'coffee']], csv, 'file:ofx', days(9, 9))).toEqual(['0'])
})

it('still joins what one source dates later, where the file would show both', () => {
  const csv = stored('file:csv', [
    [3, 'coffee'],
    [5, 'grocer'],
    [6, 'baker'],
    [7, 'bar'],
  ])
  const later: Line[] = [
    [4, 'coffee'],
    [5, 'grocer'],
    [6, 'baker'],
    [7, 'bar'],
  ]
  expect(matched(later, csv, 'file:ofx', days(1, 9))).toEqual(['0', '1', '2', '3'])
  const edge: Line[] = [
    [6, 'grocer'],
    [7, 'baker'],
    [8, 'bar'],
    [4, 'coffee'],
  ]
  expect(matched(edge, csv, 'file:ofx', days(4, 8))).toEqual(['1', '2', '3', '0'])
})
