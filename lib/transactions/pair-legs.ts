import type { AccountType } from '#lib/accounts/types.ts'
import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { addDays, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { suggestCategory } from '#lib/merchants/suggest.ts'

/** A row that may be one half of a transfer. */
export type Leg = {
  id: string
  accountId: string
  accountType: AccountType
  accountLast4: string | null
  date: CalendarDate
  minor: bigint
  currency: string
  rawDescription: string
  merchantKey: string
}

/** `out` is the row the money left by, `into` the one it arrived by. */
export type Pair = { out: Leg; into: Leg }

export const longestGap = 4

const movements = new Set<CategoryKey>(['transfer', 'card_payment', 'savings', 'investing'])
const undecided = new Set<CategoryKey>([
  'loan_payment',
  'student_loan',
  'mortgage',
  'car_payment',
  'cash',
  'other_income',
  'other_expense',
])
const betweenPeople = /\b(zelle|venmo|cash ?app|square cash|paypal|western union)\b/i
const moving = /\b(transfer|xfer|tfr|trf|autopay|payment thank you|chuyen khoan noi bo)\b/i

type Nature = 'movement' | 'unclear' | 'purchase'

/** What a row's own text says: money between accounts, something bought or earned, or nothing. */
function natureOf(leg: Leg): Nature {
  if (betweenPeople.test(leg.rawDescription)) return 'purchase'
  const isCard = leg.accountType === 'credit_card'
  const guess = suggestCategory({ ...leg, isCard })
  if (guess && movements.has(guess.category)) return 'movement'
  if (guess && guess.confidence >= 60 && !undecided.has(guess.category)) return 'purchase'
  return moving.test(leg.rawDescription) ? 'movement' : 'unclear'
}

const mentions = (leg: Leg, last4: string | null): boolean =>
  last4 !== null && last4.length === 4 && new RegExp(`(?<!\\d)\\d*${last4}(?!\\d)`).test(leg.rawDescription)

type Edge = Pair & { gap: number; evidence: number }

/** How a pair is named in `rejected`. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Inflows by day, so that only those in reach of an outflow are looked at. */
function byDay(legs: readonly Leg[]): Map<CalendarDate, Leg[]> {
  const days = new Map<CalendarDate, Leg[]>()
  for (const leg of legs) {
    const known = days.get(leg.date)
    if (known) known.push(leg)
    else days.set(leg.date, [leg])
  }
  return days
}

function edgeOf(out: Leg, into: Leg, natures: ReadonlyMap<string, Nature>): Edge | null {
  const named = mentions(out, into.accountLast4) || mentions(into, out.accountLast4)
  const both = [natures.get(out.id), natures.get(into.id)]
  if (!named && both.includes('purchase')) return null
  const owed = into.accountType === 'credit_card' || into.accountType === 'loan'
  const words = both.filter((nature) => nature === 'movement').length
  const gap = Math.abs(daysBetween(out.date, into.date))
  return { out, into, gap, evidence: (named ? 4 : 0) + words + (owed ? 1 : 0) }
}

function edgesOf(legs: readonly Leg[], rejected: ReadonlySet<string>): Edge[] {
  const days = byDay(legs.filter((leg) => leg.minor > 0n))
  const reach = [...Array(2 * longestGap + 1).keys()].map((offset) => offset - longestGap)
  const natures = new Map(legs.map((leg) => [leg.id, natureOf(leg)]))
  return legs
    .filter((leg) => leg.minor < 0n)
    .flatMap((out) =>
      reach
        .flatMap((offset) => days.get(addDays(out.date, offset)) ?? [])
        .flatMap((into) => {
          if (out.accountId === into.accountId || rejected.has(pairKey(out.id, into.id))) return []
          return edgeOf(out, into, natures) ?? []
        }),
    )
}

const strongestFirst = (a: Edge, b: Edge): number =>
  b.evidence - a.evidence || a.gap - b.gap || compareIds(a.out, b.out) || compareIds(a.into, b.into)

/** Rows of one day in the order they were made, so that any order of the input gives the same pairs. */
const compareIds = (a: Leg, b: Leg): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** An edge that ties with one to another account cannot be decided. */
function isAmbiguous(edge: Edge, free: readonly Edge[]): boolean {
  return free.some(
    (other) =>
      other.evidence === edge.evidence &&
      other.gap === edge.gap &&
      ((other.out === edge.out && other.into.accountId !== edge.into.accountId) ||
        (other.into === edge.into && other.out.accountId !== edge.out.accountId)),
  )
}

/** Pairs among rows of one currency and one size. Evidence decides first; without any, only a mutually unique pair counts. */
function pairOneSize(legs: readonly Leg[], rejected: ReadonlySet<string>): Pair[] {
  const pairs: Pair[] = []
  let free = edgesOf(legs, rejected).sort(strongestFirst)
  const take = (edge: Edge): void => {
    pairs.push({ out: edge.out, into: edge.into })
    free = free.filter((other) => other.out !== edge.out && other.into !== edge.into)
  }
  const skipped = new Set<Edge>()
  for (;;) {
    const best = free.find((edge) => edge.evidence > 0 && !skipped.has(edge))
    if (!best) break
    if (isAmbiguous(best, free)) skipped.add(best)
    else take(best)
  }
  const unique = free.filter(
    (edge) =>
      edge.evidence === 0 &&
      free.every((other) => other === edge || (other.out !== edge.out && other.into !== edge.into)),
  )
  return [...pairs, ...unique.map(({ out, into }) => ({ out, into }))]
}

/**
 * Finds transfers: opposite sign, equal amount and currency, different accounts, at most 4 days apart, each row once.
 * `rejected` holds `a b` of pairs the user refused, smaller id first. The order of `legs` does not matter.
 */
export function pairLegs(legs: readonly Leg[], rejected: ReadonlySet<string>): Pair[] {
  const sizes = new Map<string, Leg[]>()
  for (const leg of legs) {
    const size = `${leg.currency} ${leg.minor < 0n ? -leg.minor : leg.minor}`
    sizes.set(size, [...(sizes.get(size) ?? []), leg])
  }
  return [...sizes.values()].flatMap((group) => pairOneSize(group, rejected))
}
