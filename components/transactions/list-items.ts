import type { CalendarDate } from '#lib/core/calendar.ts'
import type { TransactionRow } from '#lib/transactions/types.ts'

export type ListItem =
  | { type: 'day'; key: string; date: CalendarDate }
  | { type: 'row'; key: string; row: TransactionRow; index: number }

/** Rows with a heading before each day. */
export function listItems(rows: readonly TransactionRow[]): ListItem[] {
  const items: ListItem[] = []
  for (const [index, row] of rows.entries()) {
    if (rows[index - 1]?.date !== row.date) items.push({ type: 'day', key: row.date, date: row.date })
    items.push({ type: 'row', key: row.id, row, index })
  }
  return items
}

/** Whether `a` comes after `b` in a list that runs newest first. */
const isAfter = (a: TransactionRow, b: TransactionRow): boolean =>
  a.date < b.date || (a.date === b.date && a.id < b.id)

/** A fresh first page over what was loaded: its rows as they are now, then the older rows that were fetched before. */
export function mergeFirstPage(
  loaded: readonly TransactionRow[],
  fresh: readonly TransactionRow[],
  isWhole: boolean,
): TransactionRow[] {
  const last = fresh.at(-1)
  return last && !isWhole ? [...fresh, ...loaded.filter((row) => isAfter(row, last))] : [...fresh]
}
