import type { CalendarDate } from '#lib/core/calendar.ts'
import { fingerprintOf, ordinalCounter, tupleOf } from '#lib/imports/identity.ts'
import type { Incoming } from '#lib/imports/matchable.ts'
import type { Payee } from '#lib/merchants/payee.ts'
import type { ProviderRow } from '../providers/port.ts'

/** A row of a pull with what matching needs; `amended` when the provider says that it changed. */
export type IncomingRow = Incoming & { row: ProviderRow; id: string; payee: Payee; amended: boolean }

/** Rows of one account, each id once (what is said last holds), in the order of their days so that twins keep their places. */
export function incomingRows(
  added: readonly ProviderRow[],
  modified: readonly ProviderRow[],
  currency: string,
  payeeOf: (raw: string) => Payee,
): IncomingRow[] {
  const byId = new Map<string, { row: ProviderRow; amended: boolean }>()
  for (const row of added) byId.set(row.id, { row, amended: false })
  for (const row of modified) byId.set(row.id, { row, amended: true })
  const ordinalOf = ordinalCounter()
  return [...byId.values()]
    .toSorted((a, b) => compare(a.row.date, b.row.date) || compare(a.row.id, b.row.id))
    .map(({ row, amended }) => {
      const tuple = tupleOf(row.date, row.minor, currency, row.rawDescription)
      const ordinal = ordinalOf(tuple)
      const payee = payeeOf(row.payee)
      return {
        row,
        amended,
        id: row.id,
        payee,
        date: row.date,
        minor: row.minor,
        tuple,
        ordinal,
        fingerprint: fingerprintOf(tuple, ordinal),
        externalId: row.id,
        merchantKey: payee.key,
        rawDescription: row.rawDescription,
        status: row.status,
      }
    })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const spanOf = (rows: readonly IncomingRow[]): { from: CalendarDate; to: CalendarDate } | null => {
  const [first] = rows
  const last = rows.at(-1)
  return first && last ? { from: first.date, to: last.date } : null
}
