import { cache } from 'react'
import { balanceHistory } from '#lib/accounts/queries.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'

/** First day of the lines over time that end on `to`. */
export const yearBefore = (to: CalendarDate): CalendarDate => addDays(to, -364)

/** A year of daily balances, read once for all panels of a request. */
export const yearHistory = cache((scope: Scope, to: CalendarDate) =>
  balanceHistory(scope, { from: yearBefore(to), to }),
)
