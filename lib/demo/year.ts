import {
  addDays,
  addMonths,
  type CalendarDate,
  dateFromParts,
  daysBetween,
  daysInMonth,
  eachDay,
  partsOf,
  weekdayOf,
} from '#lib/core/calendar.ts'
import { type AccountKey, demoAccounts, habits, type Monthly, monthly } from './household-plan.ts'
import { seededRandom } from './random.ts'

export type DemoRow = {
  account: AccountKey
  date: CalendarDate
  minor: bigint
  text: string
  status: 'posted' | 'pending'
}

const yearDays = 365
const payEvery = 14
const pay = 212_000n

/** Days of the month on which a monthly payment falls inside the span. */
function monthlyDates(from: CalendarDate, to: CalendarDate, day: number): CalendarDate[] {
  const { year, month } = partsOf(from)
  return Array.from({ length: 14 }, (_, index) => {
    const serial = year * 12 + month - 1 + index
    const inYear = Math.floor(serial / 12)
    const inMonth = (serial % 12) + 1
    return dateFromParts(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))
  }).filter((date): date is CalendarDate => date !== null && date >= from && date <= to)
}

function amountOf(plan: Monthly, date: CalendarDate, today: CalendarDate, random: () => number): bigint {
  const risen = plan.later && date > addMonths(today, -plan.later.monthsAgo)
  const base = risen && plan.later ? plan.later.minor : plan.minor
  if (!plan.spread) return base
  const factor = 1 + (random() * 2 - 1) * plan.spread
  return BigInt(Math.round(Number(base) * factor))
}

/** Đồng amounts end in whole thousands, as prices there do. */
function habitAmount(low: number, high: number, account: AccountKey, random: () => number): bigint {
  const skewed = random() ** 1.7
  const minor = Math.round(low + (high - low) * skewed)
  return -BigInt(account === 'dong' ? Math.round(minor / 1000) * 1000 : minor)
}

const row = (account: AccountKey, date: CalendarDate, minor: bigint, text: string): DemoRow => ({
  account,
  date,
  minor,
  text,
  status: 'posted',
})

function everydayRows(from: CalendarDate, to: CalendarDate, random: () => number): DemoRow[] {
  return eachDay(from, to).flatMap((date) =>
    habits.flatMap((habit) => {
      const chance = habit.chance[weekdayOf(date) - 1] ?? 0
      if (random() >= chance) return []
      const text = habit.texts[Math.floor(random() * habit.texts.length)] ?? ''
      return [row(habit.account, date, habitAmount(habit.low, habit.high, habit.account, random), text)]
    }),
  )
}

function payRows(from: CalendarDate, today: CalendarDate): DemoRow[] {
  return eachDay(from, today)
    .filter((date) => daysBetween(date, today) % payEvery === 3)
    .map((date) => row('checking', date, pay, 'ACME CORP PAYROLL DIRECT DEP'))
}

/** The card is paid in full on the 26th from checking, two days before it shows on the card; savings get a transfer. */
function transferRows(rows: readonly DemoRow[], from: CalendarDate, today: CalendarDate): DemoRow[] {
  let owed: bigint = demoAccounts.card.opening
  let next = from
  const payments = monthlyDates(from, addDays(today, -2), 26).flatMap((date) => {
    for (const entry of rows)
      if (entry.account === 'card' && entry.date >= next && entry.date < date) owed += entry.minor
    next = date
    const due = -owed
    owed = 0n
    return due <= 0n
      ? []
      : [
          row('checking', date, -due, 'CITI CARD ONLINE PAYMENT'),
          row('card', addDays(date, 2), due, 'ONLINE PAYMENT, THANK YOU'),
        ]
  })
  const saved = monthlyDates(from, addDays(today, -1), 16).flatMap((date) => [
    row('checking', date, -50_000n, 'ONLINE TRANSFER TO WELLS FARGO SAVINGS 0932'),
    row('savings', addDays(date, 1), 50_000n, 'ONLINE TRANSFER FROM CHASE CHECKING 4471'),
  ])
  return [...payments, ...saved]
}

/** What makes a year real: a refund, a duplicate charge, a large purchase, a holiday, something still pending. */
function eventRows(today: CalendarDate): DemoRow[] {
  const on = (daysAgo: number) => addDays(today, -daysAgo)
  return [
    row('card', on(2), -6_135n, 'TAXI 88 NYC'),
    row('card', on(2), -6_135n, 'TAXI 88 NYC'),
    row('card', on(5), -48_900n, 'JEWEL PALACE NEW YORK NY'),
    row('card', on(41), -18_999n, 'BESTBUY 00014332'),
    row('card', on(33), 18_999n, 'BESTBUY 00014332 RETURN'),
    row('card', on(9), 1_249n, "TRADER JOE'S #552 NEW YORK NY"),
    row('card', on(151), -64_230n, 'DELTA AIR LINES ATLANTA'),
    row('card', on(139), -71_800n, 'MARRIOTT HOTELS HANOI'),
    row('checking', on(75), -350n, 'ATM FEE NON-CHASE'),
    { ...row('card', today, -6_412n, "TRADER JOE'S #552 NEW YORK NY"), status: 'pending' },
  ]
}

/** One household's year that ends today: the same for the same day, whoever asks. Oldest first. */
export function demoYear(today: CalendarDate): DemoRow[] {
  const from = addDays(today, -yearDays)
  const random = seededRandom(20_260_101)
  const regular = monthly.flatMap((plan) =>
    monthlyDates(from, today, plan.day).map((date) =>
      row(plan.account, date, amountOf(plan, date, today, random), plan.text),
    ),
  )
  const rows = [
    ...regular,
    ...payRows(from, today),
    ...everydayRows(from, addDays(today, -1), random),
    ...eventRows(today),
  ]
  const all = [...rows, ...transferRows(rows, from, today)]
  return all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
