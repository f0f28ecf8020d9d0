import { type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import type { TransactionRow } from './types.ts'

/** A pending row older than the 8 days in which its posted form is looked for. It counts in no total, pending or not. */
export const neverPosted = ({ status, date }: Pick<TransactionRow, 'status' | 'date'>, today: CalendarDate) =>
  status === 'pending' && daysBetween(date, today) > 8
