import { addDays, type CalendarDate, maxDate, minDate } from '#lib/core/calendar.ts'

/** Days a statement covers, both included. */
export type Days = { from: CalendarDate; to: CalendarDate }

/** Two statements of an account as one, when they touch or overlap; else the newer: no hole between them is covered. */
export const joined = (a: Days | null | undefined, b: Days): Days =>
  a && a.from <= addDays(b.to, 1) && b.from <= addDays(a.to, 1)
    ? { from: minDate(a.from, b.from), to: maxDate(a.to, b.to) }
    : a && a.to > b.to
      ? a
      : b
