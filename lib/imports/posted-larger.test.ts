import { expect, test } from 'vitest'
import { addDays, asDate } from '#lib/core/calendar.ts'
import { fingerprintOf, tupleOf } from './identity.ts'
import { matchRows } from './match.ts'
import type { Incoming, Known } from './matchable.ts'

type Row = { day?: number; minor: number; name?: string; status?: 'posted' | 'pending' }

function incoming({ day = 2, minor, name = 'CAFE ROMA 12', status = 'posted' }: Row): Incoming {
  const date = addDays(asDate('2026-03-01'), day)
  const tuple = tupleOf(date, BigInt(minor), 'USD', name)
  return {
    date,
    minor: BigInt(minor),
    tuple,
    ordinal: 0,
    fingerprint: fingerprintOf(tuple, 0),
    externalId: null,
    merchantKey: name.split(' ')[0]?.toLowerCase() ?? '',
    rawDescription: name,
    status,
  }
}

const stored = (row: Row, id = 'pending', deleted = false): Known => {
  const { tuple: _tuple, ordinal: _ordinal, ...kept } = incoming({ day: 0, status: 'pending', ...row })
  return { ...kept, id, source: 'file:csv', deleted, claimed: false, aliasIds: [], aliasFingerprints: [] }
}

const asked = (rows: readonly Row[], known: readonly Known[]) =>
  matchRows(rows.map(incoming), known, 'file:csv').map((decision) =>
    decision.kind === 'new' ? decision.posts : decision.kind,
  )

test('tier 3: up to 30 % larger within 3 days at the same merchant is asked about, under any name', () => {
  const pending = [stored({ minor: -1000 })]
  expect(asked([{ minor: -1300, name: 'CAFE' }], pending)).toEqual(['pending'])
  expect(asked([{ minor: -1300, day: 3 }], pending)).toEqual(['pending'])
  expect(asked([{ minor: -1300, day: 4 }], pending)).toEqual([null])
  expect(asked([{ minor: -1300, day: -1 }], pending)).toEqual([null])
  expect(asked([{ minor: -999 }], pending)).toEqual([null])
  expect(asked([{ minor: 1200 }], pending)).toEqual([null])
  expect(asked([{ minor: -1200, name: 'BAR ROMA 12' }], pending)).toEqual([null])
})

test('tier 4: 30 to 100 % larger needs the name too', () => {
  const pending = [stored({ minor: -1000 })]
  expect(asked([{ minor: -2000 }], pending)).toEqual(['pending'])
  expect(asked([{ minor: -1301, name: 'Cafe Roma, 12' }], pending)).toEqual(['pending'])
  expect(asked([{ minor: -1301, name: 'CAFE ROMA 13' }], pending)).toEqual([null])
  expect(asked([{ minor: -2001 }], pending)).toEqual([null])
  expect(asked([{ minor: -2000, day: 4 }], pending)).toEqual([null])
})

test('with two candidates on either side nothing is asked', () => {
  const two = [stored({ minor: -1000 }, 'a'), stored({ minor: -1100 }, 'b')]
  expect(asked([{ minor: -1200 }], two)).toEqual([null])
  expect(asked([{ minor: -1200 }, { minor: -1210 }], [stored({ minor: -1000 })])).toEqual([null, null])
  expect(asked([{ minor: -1200 }, { minor: -1900 }], [stored({ minor: -1000 })])).toEqual(['pending', null])
})

test('a posted row, a deleted one and one that the file still holds are no candidates', () => {
  expect(asked([{ minor: -1200 }], [stored({ minor: -1000, status: 'posted' })])).toEqual([null])
  expect(asked([{ minor: -1200 }], [stored({ minor: -1000 }, 'gone', true)])).toEqual([null])
  expect(
    asked([{ minor: -1000, day: 0, status: 'pending' }, { minor: -1200 }], [stored({ minor: -1000 })]),
  ).toEqual(['match', null])
})

test('tier 2 comes first: the exact amount within 8 days, the newest pending row, the same source', () => {
  const known = [stored({ minor: -1200 }, 'old'), stored({ minor: -1200, day: 3 }, 'new')]
  const [decision] = matchRows([incoming({ minor: -1200, day: 8 })], known, 'file:csv')
  expect(decision).toMatchObject({ kind: 'match', by: 'pending', known: { id: 'new' } })
  expect(asked([{ minor: -1200, day: 9 }], [stored({ minor: -1200 })])).toEqual([null])
})
