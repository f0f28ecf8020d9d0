import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  daysInMonth,
  eachDay,
  partsOf,
  weekdayOf,
} from '#lib/core/calendar.ts'
import { type AccountKey, demoAccounts, habits, monthly } from '../household-plan.ts'
import { seededRandom } from '../random.ts'

/** One thing that happens at the bank, in bank days: made on one, booked on the same or a later one, then perhaps dearer. */
export type BankEvent = {
  key: string
  account: AccountKey
  madeOn: CalendarDate
  bookedOn: CalendarDate
  /** What it says while it is pending, and what it comes to: a tip makes them differ. */
  asked: bigint
  minor: bigint
  text: string
  /** Whether the booked row still carries the id it had while pending. */
  keepsId: boolean
}

const payEvery = 14
const pay = 212_000n
const saved = 50_000n
const cardDay = 26
const savingDay = 16

/** A seed of its own for each day, so that a day is the same however much of the past is asked for. */
const randomOf = (seed: number, day: CalendarDate) => {
  const { year, month, day: date } = partsOf(day)
  return seededRandom(Math.imul(seed ^ 0x9e3779b9, 31) + year * 10_000 + month * 100 + date)
}

const isDayOfMonth = (date: CalendarDate, day: number): boolean => {
  const { year, month, day: own } = partsOf(date)
  return own === Math.min(day, daysInMonth(year, month))
}

type Draft = Omit<BankEvent, 'key' | 'bookedOn' | 'asked' | 'keepsId'> &
  Partial<Pick<BankEvent, 'bookedOn' | 'asked' | 'keepsId'>>

function billsOf(day: CalendarDate, openedOn: CalendarDate, random: () => number): Draft[] {
  return monthly
    .filter((plan) => isDayOfMonth(day, plan.day))
    .map(({ account, text, minor, later, spread }) => {
      const base = later && day > addMonths(openedOn, -later.monthsAgo) ? later.minor : minor
      const factor = 1 + (random() * 2 - 1) * (spread ?? 0)
      return { account, madeOn: day, text, minor: BigInt(Math.round(Number(base) * factor)) }
    })
}

/** Card purchases wait one to three days; a meal may then have its tip, and most get another id. */
function purchasesOf(day: CalendarDate, random: () => number): Draft[] {
  return habits.flatMap(({ account, texts, chance, low, high }, habit): Draft[] => {
    if (random() >= (chance[weekdayOf(day) - 1] ?? 0)) return []
    const text = texts[Math.floor(random() * texts.length)] ?? ''
    const amount = Math.round(low + (high - low) * random() ** 1.7)
    const [wait, tip, keeps] = [1 + Math.floor(random() * 3), random(), random()]
    if (account === 'dong')
      return [{ account, madeOn: day, text, minor: BigInt(-Math.round(amount / 1000) * 1000) }]
    const dearer = habit === 2 && tip < 0.4 ? Math.round(amount * 1.18) : amount
    return [
      {
        account,
        madeOn: day,
        bookedOn: addDays(day, wait),
        text,
        asked: BigInt(-amount),
        minor: BigInt(-dearer),
        keepsId: keeps < 0.25,
      },
    ]
  })
}

/** Something is pending on the day of the opening, always, and its tip comes the day after. */
const lunch = (day: CalendarDate): Draft => ({
  account: 'card',
  madeOn: day,
  bookedOn: addDays(day, 1),
  text: 'TST* BISTRO LE JARDIN',
  asked: -4_200n,
  minor: -4_956n,
  keepsId: false,
})

/** What makes a year real: a refund, a charge that came twice, a journey, a fee; counted back from the opening. */
function surprisesOf(day: CalendarDate, openedOn: CalendarDate): Draft[] {
  const surprises: [number, AccountKey, bigint, string][] = [
    [2, 'card', -6_135n, 'TAXI 88 NYC'],
    [2, 'card', -6_135n, 'TAXI 88 NYC'],
    [5, 'card', -48_900n, 'JEWEL PALACE NEW YORK NY'],
    [41, 'card', -18_999n, 'BESTBUY 00014332'],
    [33, 'card', 18_999n, 'BESTBUY 00014332 RETURN'],
    [151, 'card', -64_230n, 'DELTA AIR LINES ATLANTA'],
    [139, 'card', -71_800n, 'MARRIOTT HOTELS HANOI'],
    [75, 'checking', -350n, 'ATM FEE NON-DEMO BANK'],
  ]
  const daysAgo = daysBetween(day, openedOn)
  const then = surprises
    .filter(([at]) => at === daysAgo)
    .map(([, account, minor, text]): Draft => ({ account, madeOn: day, minor, text }))
  return daysAgo === 0 ? [lunch(day), ...then] : then
}

function transfersOf(day: CalendarDate, owed: bigint): Draft[] {
  const next = addDays(day, 1)
  const saving: Draft[] = [
    { account: 'checking', madeOn: day, minor: -saved, text: 'ONLINE TRANSFER TO DEMO SAVINGS' },
    { account: 'savings', madeOn: next, minor: saved, text: 'ONLINE TRANSFER FROM DEMO CHECKING' },
  ]
  const payment: Draft[] = [
    { account: 'checking', madeOn: day, minor: -owed, text: 'DEMO CARD ONLINE PAYMENT' },
    { account: 'card', madeOn: addDays(day, 2), minor: owed, text: 'ONLINE PAYMENT, THANK YOU' },
  ]
  return [
    ...(isDayOfMonth(day, savingDay) ? saving : []),
    ...(isDayOfMonth(day, cardDay) && owed > 0n ? payment : []),
  ]
}

/**
 * Everything that was made at the bank from a year before the opening to `until` (bank days), oldest first. A function of
 * the seed and the days alone: a later `until` only adds. Dollars in cents, đồng whole.
 */
export function bankLife(seed: number, openedOn: CalendarDate, until: CalendarDate): BankEvent[] {
  let owed: bigint = -demoAccounts.card.opening
  const all = eachDay(addDays(openedOn, -365), until).flatMap((day) => {
    const random = randomOf(seed, day)
    const made = [
      ...billsOf(day, openedOn, random),
      ...purchasesOf(day, random),
      ...surprisesOf(day, openedOn),
      ...(((daysBetween(day, openedOn) % payEvery) + payEvery) % payEvery === 3
        ? [{ account: 'checking' as const, madeOn: day, minor: pay, text: 'ACME CORP PAYROLL DIRECT DEP' }]
        : []),
    ]
    const drafts: Draft[] = [...made, ...transfersOf(day, owed)]
    if (isDayOfMonth(day, cardDay)) owed = 0n
    for (const { account, minor } of made) if (account === 'card') owed -= minor
    return drafts.map((draft, index) => ({
      bookedOn: draft.madeOn,
      asked: draft.minor,
      keepsId: true,
      ...draft,
      key: `${day.replaceAll('-', '')}-${index + 1}`,
    }))
  })
  return all.filter(({ madeOn }) => madeOn <= until)
}
