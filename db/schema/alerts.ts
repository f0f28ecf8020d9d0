import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, day, householdId, id, instant } from '../columns.ts'
import { households } from './users.ts'

/** `params` is checked by the rule type's own schema; null values mean "the default, scaled to the household". */
export const alertRules = pgTable(
  'alert_rules',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    type: text('type').notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull().default({}),
    enabled: boolean('enabled').notNull().default(true),
    email: boolean('email').notNull().default(true),
    mutedAt: instant('muted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'alert_rules_pk', columns: [t.householdId, t.id] }),
    index('alert_rules_type_idx').on(t.householdId, t.userId, t.type),
    foreignKey({
      name: 'alert_rules_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/**
 * One alert per cause: `dedupe_key` names the cause. `evidence` holds the ids of the rows and the numbers that fired it.
 * `mail_id` is the mail that told of it; a summary tells of several.
 */
export const alerts = pgTable(
  'alerts',
  {
    householdId: householdId(),
    id: id(),
    ruleId: uuid('rule_id').notNull(),
    type: text('type').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    accountId: uuid('account_id'),
    occurredOn: day('occurred_on').notNull(),
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
    status: text('status', { enum: ['new', 'seen', 'dismissed'] })
      .notNull()
      .default('new'),
    importId: uuid('import_id'),
    seenAt: instant('seen_at'),
    sentAt: instant('sent_at'),
    mailId: uuid('mail_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'alerts_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('alerts_dedupe_key').on(t.householdId, t.ruleId, t.dedupeKey),
    index('alerts_created_idx').on(t.householdId, t.createdAt),
    foreignKey({
      name: 'alerts_rule_fk',
      columns: [t.householdId, t.ruleId],
      foreignColumns: [alertRules.householdId, alertRules.id],
    }).onDelete('cascade'),
  ],
)

/** Every mail that was written for somebody, sent or not. `kept` means there is no mail server to send it. */
export const mails = pgTable(
  'mails',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    alertId: uuid('alert_id'),
    template: text('template').notNull(),
    locale: text('locale').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull().default({}),
    messageId: text('message_id').notNull(),
    state: text('state', { enum: ['kept', 'queued', 'sending', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    leasedUntil: instant('leased_until'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'mails_pk', columns: [t.householdId, t.id] }),
    index('mails_created_idx').on(t.householdId, t.userId, t.createdAt),
    index('mails_open_idx').on(t.householdId, t.state).where(sql`${t.state} in ('queued', 'sending')`),
    foreignKey({
      name: 'mails_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** The timeline of a mail: written, tried, accepted, refused. */
export const mailEvents = pgTable(
  'mail_events',
  {
    householdId: householdId(),
    id: id(),
    mailId: uuid('mail_id').notNull(),
    event: text('event').notNull(),
    detail: text('detail'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'mail_events_pk', columns: [t.householdId, t.id] }),
    index('mail_events_mail_idx').on(t.householdId, t.mailId, t.at),
    foreignKey({
      name: 'mail_events_mail_fk',
      columns: [t.householdId, t.mailId],
      foreignColumns: [mails.householdId, mails.id],
    }).onDelete('cascade'),
  ],
)
