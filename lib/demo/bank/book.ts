import type { CalendarDate } from '#lib/core/calendar.ts'

/** Amounts in minor units of the account's currency, from the holder's view. */
export type BookRow = {
  id: string
  /** The day it was booked; of a pending row the day it was made. */
  date: CalendarDate
  madeOn: CalendarDate
  minor: bigint
  description: string
  pending: boolean
}

export type BookAccount = { id: string; name: string; currency: string; balance: bigint; rows: BookRow[] }

/** What a login sees at a bank today. */
export type BankBook = {
  bank: { id: string; name: string; url: string }
  accounts: BookAccount[]
  asOf: CalendarDate
  /** Set while the login is broken: what the bank says about it. */
  trouble: string | null
}
