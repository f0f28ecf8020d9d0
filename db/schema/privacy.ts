import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { householdId, id, instant } from '../columns.ts'
import { households } from './users.ts'

/**
 * What left this machine: a row before each outbound request, completed after it. Names of fields and counts of bytes, never
 * a value. What the instance does for nobody in particular carries the nil household, which no household can see.
 */
export const egressLedger = pgTable(
  'egress_ledger',
  {
    householdId: householdId(),
    id: id(),
    at: instant('at').notNull(),
    endedAt: instant('ended_at'),
    host: text('host').notNull(),
    purpose: text('purpose').notNull(),
    method: text('method').notNull(),
    fields: text('fields').array().notNull(),
    bytesOut: integer('bytes_out').notNull().default(0),
    bytesIn: integer('bytes_in').notNull().default(0),
    /** HTTP status; null when there was no answer. */
    status: integer('status'),
    /** Why it was refused or failed: a code. A refused request has left nothing. */
    outcome: text('outcome').notNull(),
    connectionId: uuid('connection_id'),
    consentId: uuid('consent_id'),
  },
  (t) => [
    primaryKey({ name: 'egress_ledger_pk', columns: [t.householdId, t.id] }),
    index('egress_ledger_at_idx').on(t.householdId, t.at),
  ],
)

/** A household's own switches; no row is the same as all of them off. */
export const privacySettings = pgTable(
  'privacy_settings',
  {
    householdId: householdId(),
    noThirdParties: boolean('no_third_parties').notNull().default(false),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'privacy_settings_pk', columns: [t.householdId] }),
    foreignKey({
      name: 'privacy_settings_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** The instance's switches, in one row that is there from the first migration on. */
export const instanceSettings = pgTable(
  'instance_settings',
  {
    id: integer('id').notNull(),
    noThirdParties: boolean('no_third_parties').notNull().default(false),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'instance_settings_pk', columns: [t.id] })],
)
