import { maxDate, minDate } from '#lib/core/calendar.ts'
import type { Evidence } from './types.ts'

/** Where what an alert is about can be seen: a login's own page, or the transaction list, filtered to their days, and to their account when it is one. */
export function rowsHref({ rows, facts }: Evidence): string {
  if (facts.trouble) return `/connections/${facts.trouble.connectionId}`
  const [first] = rows
  if (!first) return '/transactions'
  const days = rows.map((row) => row.date)
  const filters = new URLSearchParams({ from: days.reduce(minDate), to: days.reduce(maxDate) })
  if (rows.every((row) => row.accountId === first.accountId)) filters.set('account', first.accountId)
  if (rows.length > 1 && rows.every((row) => row.payee === first.payee)) filters.set('q', first.payee)
  return `/transactions?${filters}`
}
