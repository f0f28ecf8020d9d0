import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDate, daysBetween } from '#lib/core/calendar.ts'
import { type Leg, type Pair, pairKey, pairLegs } from './pair-legs.ts'

const day = asDate('2026-03-10')
let counter = 0
const leg = (parts: Partial<Leg>): Leg => ({
  id: String(++counter).padStart(4, '0'),
  accountId: 'checking',
  accountType: 'checking',
  accountLast4: null,
  date: day,
  minor: -10_000n,
  currency: 'USD',
  rawDescription: 'MOVE',
  merchantKey: 'move',
  ...parts,
})
const into = (parts: Partial<Leg>): Leg =>
  leg({ accountId: 'savings', accountType: 'savings', minor: 10_000n, ...parts })
const ids = (pairs: Pair[]): string[] => pairs.map((pair) => pairKey(pair.out.id, pair.into.id)).sort()
const none = new Set<string>()

describe('pairLegs', () => {
  test('pairs a mutually unique in and out, but not on one account, five days apart or in another currency', () => {
    const out = leg({})
    expect(pairLegs([out, into({ date: addDays(day, 4) })], none)).toHaveLength(1)
    expect(pairLegs([out, into({ date: addDays(day, 5) })], none)).toEqual([])
    expect(pairLegs([out, into({ accountId: 'checking' })], none)).toEqual([])
    expect(pairLegs([out, into({ currency: 'EUR' })], none)).toEqual([])
    expect(pairLegs([out, into({ minor: 10_001n })], none)).toEqual([])
  })

  test('two candidates without evidence are nobody’s', () => {
    const rows = [leg({}), into({}), into({ accountId: 'other' })]
    expect(pairLegs(rows, none)).toEqual([])
  })

  test('evidence decides between two candidates: the last four digits', () => {
    const out = leg({ rawDescription: 'ONLINE TRANSFER TO SAV ...3255' })
    const right = into({ accountLast4: '3255', date: addDays(day, 2) })
    const wrong = into({ accountId: 'other', accountLast4: '9999' })
    expect(ids(pairLegs([wrong, out, right], none))).toEqual([pairKey(out.id, right.id)])
  })

  test('a tie of the same evidence to two accounts is left alone', () => {
    const out = leg({ rawDescription: 'ONLINE TRANSFER' })
    expect(pairLegs([out, into({}), into({ accountId: 'other' })], none)).toEqual([])
  })

  test('the closest day wins when both have the same evidence', () => {
    const out = leg({ rawDescription: 'TRANSFER' })
    const near = into({ date: addDays(day, 1) })
    const far = into({ accountId: 'other', date: addDays(day, 3) })
    expect(ids(pairLegs([far, near, out], none))).toEqual([pairKey(out.id, near.id)])
  })

  test('two equal transfers of one day make two pairs', () => {
    const rows = [
      leg({ rawDescription: 'TRANSFER' }),
      leg({ rawDescription: 'TRANSFER' }),
      into({}),
      into({}),
    ]
    expect(pairLegs(rows, none)).toHaveLength(2)
  })

  test('a friend’s repayment that equals a purchase is not a transfer', () => {
    const dinner = leg({ rawDescription: 'OLIVE GARDEN 123', merchantKey: 'olive garden' })
    expect(pairLegs([dinner, into({ rawDescription: 'ZELLE FROM ANNA' })], none)).toEqual([])
    expect(pairLegs([dinner, into({ rawDescription: 'DEPOSIT' })], none)).toEqual([])
    expect(pairLegs([leg({}), into({ rawDescription: 'ZELLE FROM ANNA' })], none)).toEqual([])
  })

  test('a refund on a card is not the payment of that card', () => {
    const refund = into({ accountType: 'credit_card', rawDescription: 'AMAZON.COM', merchantKey: 'amazon' })
    expect(pairLegs([leg({}), refund], none)).toEqual([])
  })

  test('a rejected pair is never proposed again', () => {
    const rows = [leg({ rawDescription: 'TRANSFER' }), into({})]
    const [out, arrived] = rows
    expect(pairLegs(rows, new Set([pairKey(out?.id ?? '', arrived?.id ?? '')]))).toEqual([])
  })
})

const anyLeg = fc.record({
  account: fc.integer({ min: 0, max: 3 }),
  gap: fc.integer({ min: 0, max: 8 }),
  size: fc.integer({ min: 1, max: 3 }),
  negative: fc.boolean(),
  text: fc.constantFrom('MOVE', 'TRANSFER TO 0001', 'SAFEWAY', 'PAYMENT THANK YOU', 'XFER 0002'),
})
const types = ['checking', 'savings', 'credit_card', 'loan'] as const
const anyLegs = fc.array(anyLeg, { maxLength: 14 }).map((list) =>
  list.map((row, index) =>
    leg({
      id: `id${String(index).padStart(3, '0')}`,
      accountId: `account${row.account}`,
      accountType: types[row.account] ?? 'other',
      accountLast4: `000${row.account}`,
      date: addDays(day, row.gap),
      minor: BigInt(row.negative ? -row.size : row.size),
      rawDescription: row.text,
      merchantKey: row.text.toLowerCase(),
    }),
  ),
)

describe('for any rows', () => {
  test('each row is used once, and every pair obeys the rules', () => {
    fc.assert(
      fc.property(anyLegs, (legs) => {
        const pairs = pairLegs(legs, none)
        const used = pairs.flatMap(({ out, into: arrived }) => [out.id, arrived.id])
        expect(new Set(used).size).toBe(used.length)
        for (const pair of pairs) {
          expect(pair.out.minor).toBe(-pair.into.minor)
          expect(pair.out.minor < 0n).toBe(true)
          expect(pair.out.accountId).not.toBe(pair.into.accountId)
          expect(Math.abs(daysBetween(pair.out.date, pair.into.date))).toBeLessThanOrEqual(4)
        }
      }),
    )
  })

  test('the order of the rows does not matter', () => {
    const shuffled = anyLegs.chain((legs) =>
      fc.tuple(fc.constant(legs), fc.shuffledSubarray(legs, { minLength: legs.length })),
    )
    fc.assert(
      fc.property(shuffled, ([legs, mixed]) => {
        expect(ids(pairLegs(mixed, none))).toEqual(ids(pairLegs(legs, none)))
      }),
    )
  })
})
