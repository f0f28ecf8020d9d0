import { type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { longestGap, pairKey } from './pair-legs.ts'

/**
 * A row of the look-through. `bank`: it names PayPal, on another account. `movement`: PayPal's own row of money that came from
 * or went to a bank or card. `real`: what was bought or paid back. `pairedWith` is the other half of a pair that stands.
 */
export type PaypalLeg = {
  id: string
  accountId: string
  side: 'bank' | 'movement' | 'real'
  date: CalendarDate
  minor: bigint
  currency: string
  pairedWith: string | null
}

/** `from` is the bank's row. `real` in `by`: PayPal shows no movement, so that the purchase itself is the other half. */
export type PaypalPair = { bank: string; paypal: string; by: 'movement' | 'real' }

type Edge = { bank: PaypalLeg; other: PaypalLeg; gap: number }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const gapOf = (a: PaypalLeg, b: PaypalLeg): number => Math.abs(daysBetween(a.date, b.date))

/** Closest first, each row once; what ties between rows of two different accounts cannot be decided and is left. */
function closest(
  banks: readonly PaypalLeg[],
  others: readonly PaypalLeg[],
  refused: ReadonlySet<string>,
): Edge[] {
  let edges = banks
    .flatMap((bank) => others.map((other) => ({ bank, other, gap: gapOf(bank, other) })))
    .filter(({ bank, other, gap }) => gap <= longestGap && !refused.has(pairKey(bank.id, other.id)))
    .toSorted((a, b) => a.gap - b.gap || compare(a.bank.id, b.bank.id) || compare(a.other.id, b.other.id))
  const taken: Edge[] = []
  for (let edge = edges[0]; edge; edge = edges[0]) {
    const { bank, other, gap } = edge
    const ties = edges.filter(
      (rival) =>
        rival.gap === gap &&
        ((rival.other === other && rival.bank.accountId !== bank.accountId) ||
          (rival.bank === bank && rival.other.accountId !== other.accountId)),
    )
    if (ties.length === 0) taken.push(edge)
    const gone = new Set([bank, other, ...ties.flatMap((tie) => [tie.bank, tie.other])])
    edges = edges.filter((rival) => !gone.has(rival.bank) && !gone.has(rival.other))
  }
  return taken
}

/** Purchases that PayPal itself shows as funded: each movement pays for the closest one, at most a day away. */
function unfunded(reals: readonly PaypalLeg[], movements: readonly PaypalLeg[]): PaypalLeg[] {
  const near = closest(reals, movements, new Set()).filter(({ gap }) => gap <= 1)
  const funded = new Set(near.map(({ bank }) => bank))
  return reals.filter((real) => !funded.has(real))
}

function pairOneSize(legs: readonly PaypalLeg[], refused: ReadonlySet<string>): PaypalPair[] {
  const byId = new Map(legs.map((leg) => [leg.id, leg]))
  const of = (side: PaypalLeg['side'], negative: boolean) =>
    legs.filter((leg) => leg.side === side && leg.minor < 0n === negative)
  return [true, false].flatMap((out) => {
    const movements = of('movement', !out)
    const hasMovement = (leg: PaypalLeg) =>
      leg.pairedWith !== null && byId.get(leg.pairedWith)?.side === 'movement'
    const banks = of('bank', out).filter((leg) => !hasMovement(leg))
    const free = movements.filter(({ pairedWith }) => pairedWith === null)
    const first = closest(banks, free, refused)
    const done = new Set(first.map(({ bank }) => bank))
    const left = banks.filter((bank) => bank.pairedWith === null && !done.has(bank))
    const reals = unfunded(of('real', out), movements).filter(({ pairedWith }) => pairedWith === null)
    return [
      ...first.map(({ bank, other }) => ({ bank: bank.id, paypal: other.id, by: 'movement' as const })),
      ...closest(left, reals, refused).map(({ bank, other }) => ({
        bank: bank.id,
        paypal: other.id,
        by: 'real' as const,
      })),
    ]
  })
}

/**
 * Which bank row paid for which PayPal row: equal amounts, at most 4 days apart. PayPal's movement comes first, and takes a
 * bank row over from a purchase that it was paired with before the movement was known.
 */
export function pairPaypal(legs: readonly PaypalLeg[], refused: ReadonlySet<string>): PaypalPair[] {
  const sizes = new Map<string, PaypalLeg[]>()
  for (const leg of legs) {
    const size = `${leg.currency} ${leg.minor < 0n ? -leg.minor : leg.minor}`
    sizes.set(size, [...(sizes.get(size) ?? []), leg])
  }
  return [...sizes.values()].flatMap((group) => pairOneSize(group, refused))
}
