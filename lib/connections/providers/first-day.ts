import { addDays, asDate, type CalendarDate } from '#lib/core/calendar.ts'

/** How far a provider with windows is read back, in days: at first, and again before the day of the last sync. */
export type Reach = { history: number; overlap: number }

/** The first day to ask for; the cursor of such a provider is the day of its last sync. */
export const firstDay = (cursor: string | null, today: CalendarDate, reach: Reach): CalendarDate =>
  cursor === null ? addDays(today, -reach.history) : addDays(asDate(cursor), -reach.overlap)
