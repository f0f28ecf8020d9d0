import { expect, test } from 'vitest'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { decide } from './decide.ts'
import type { Stored } from './stored-rows.ts'

const source = 'plaid:1'
const stored = (count: number): Stored[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `row-${at}`,
    date: '2026-11-01' as CalendarDate,
    minor: -100n,
    source,
    externalId: `id-${at}`,
    fingerprint: `print-${at}`,
    merchantKey: 'shop',
    rawDescription: 'SHOP',
    status: 'posted',
    deleted: false,
    withdrawn: false,
    edited: false,
    payee: 'Shop',
    memo: null,
    isSplit: false,
    transferId: null,
    aliasIds: [],
    aliasFingerprints: [],
    claimed: false,
  }))
const said = (count: number, posted: number, removalsAllowed = false) => ({
  source,
  listed: null,
  removed: new Set(Array.from({ length: count }, (_, at) => `id-${at}`)),
  delta: true,
  removalsAllowed,
  posted,
})

test('a delta that takes back a few of many rows is believed, although only those were loaded', () => {
  expect(decide([], stored(6), said(6, 400))).toMatchObject({ held: false })
  expect(decide([], stored(6), said(6, 400)).withdrawn).toHaveLength(6)
})

test('a delta that takes back most of an account is held, until a person says that it is true', () => {
  expect(decide([], stored(6), said(6, 11))).toMatchObject({ held: true, withdrawn: [] })
  expect(decide([], stored(6), said(6, 11, true)).withdrawn).toHaveLength(6)
})
