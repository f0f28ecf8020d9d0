import type { CalendarDate } from '#lib/core/calendar.ts'

/** A row of the file. `tuple` and `ordinal` are those of identity.ts; `merchantKey` is the normalised payee. */
export type Incoming = {
  date: CalendarDate
  minor: bigint
  tuple: string
  ordinal: number
  fingerprint: string
  externalId: string | null
  merchantKey: string
  rawDescription: string
  status: 'posted' | 'pending'
}

/** A stored row of the same account, tombstones included. */
export type Known = {
  id: string
  date: CalendarDate
  minor: bigint
  source: string
  externalId: string | null
  fingerprint: string
  merchantKey: string
  rawDescription: string
  status: 'posted' | 'pending'
  deleted: boolean
  /** Already claimed by an identical row of this batch. */
  claimed: boolean
  /** Other ids (`source|id`) and fingerprints this row answers to. */
  aliasIds: readonly string[]
  aliasFingerprints: readonly string[]
}
