import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { householdId, id, instant } from '../columns.ts'

/** Who did what; the app may add to it and read it, never change it. */
export const auditEvents = pgTable(
  'audit_events',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'audit_events_pk', columns: [t.householdId, t.id] }),
    index('audit_events_at_idx').on(t.householdId, t.at),
  ],
)
