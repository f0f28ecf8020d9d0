import type { CalendarDate } from '#lib/core/calendar.ts'

/** All figures of charts are major units as numbers; `view.ts` of a domain makes them from exact amounts. */
export type PaceDay = {
  date: CalendarDate
  /** Spent from the first to this day; null after today. */
  current: number | null
  /** What a usual month has spent by this day. */
  usual: number | null
  href?: string
}

export type FlowMonth = {
  /** Any day of the month. */
  month: CalendarDate
  income: number
  /** Positive: money spent. */
  spending: number
  href?: string
  /** The month is not over: its bars are faded. */
  partial?: boolean
}

export type BalancePoint = { date: CalendarDate; balance: number; href?: string }

export type HeatDay = { date: CalendarDate; amount: number; href?: string }
