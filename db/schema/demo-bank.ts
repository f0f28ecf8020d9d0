import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { createdAt, currency, day, id, instant } from '../columns.ts'

/**
 * Logins at the Demo Bank, which this server plays itself. They hold nothing of anybody: rows are computed from the seed,
 * and the household that opened one is a hash. Only the operator role reads and writes them, as the bank.
 */
export const demoLogins = pgTable(
  'demo_logins',
  {
    id: id(),
    holderHash: text('holder_hash').notNull(),
    seed: integer('seed').notNull(),
    currency: currency().notNull(),
    timeZone: text('time_zone').notNull(),
    openedOn: day('opened_on').notNull(),
    /** Keys of the shared accounts. */
    accounts: text('accounts').array().notNull(),
    /** Days that were let pass at once, and when. */
    skips: jsonb('skips').$type<{ on: CalendarDate; days: number }[]>().notNull().default([]),
    broken: boolean('broken').notNull().default(false),
    revokedAt: instant('revoked_at'),
    tokenHash: text('token_hash'),
    tokenExpiresAt: instant('token_expires_at'),
    accessHash: text('access_hash'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'demo_logins_pk', columns: [t.id] }),
    uniqueIndex('demo_logins_token_key').on(t.tokenHash),
    index('demo_logins_holder_idx').on(t.holderHash),
  ],
)
