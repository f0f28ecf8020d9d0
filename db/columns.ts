import { bigint, char, customType, date, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '#lib/core/calendar.ts'

/** The tenant key: first in every primary key, index and reference of a tenant table. */
export const householdId = () => uuid('household_id').notNull()

export const id = () => uuid('id').notNull()

/** Minor units of the row's currency. */
export const minor = (name = 'minor') => bigint(name, { mode: 'bigint' })

export const currency = (name = 'currency') => char(name, { length: 3 })

/** A booked day: `date` in the store, CalendarDate in the code. */
export const day = (name: string) => date(name, { mode: 'string' }).$type<CalendarDate>()

/** An instant, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

export const createdAt = () => instant('created_at').notNull().defaultNow()

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
