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
import { bytea, createdAt, currency, day, householdId, id, instant, minor } from '../columns.ts'
import { accounts } from './accounts.ts'
import { households } from './users.ts'

/**
 * A login at one provider. `secret` is ciphertext under a data key of its own, and `secret_key` that key wrapped by the
 * master key: without `secret_key` (after revocation) nothing can read it again. `item_key` is the provider's public name of
 * the login, by which its webhooks find it.
 */
export const connections = pgTable(
  'connections',
  {
    householdId: householdId(),
    id: id(),
    ownerId: uuid('owner_id').notNull(),
    provider: text('provider').notNull(),
    itemKey: text('item_key'),
    institutionId: text('institution_id'),
    institutionName: text('institution_name').notNull(),
    state: text('state', { enum: ['ok', 'needs_reauth', 'expiring', 'error', 'disconnected'] }).notNull(),
    stateReason: text('state_reason'),
    stateSince: instant('state_since').notNull().defaultNow(),
    staleSince: instant('stale_since'),
    consentExpiresAt: instant('consent_expires_at'),
    secret: bytea('secret'),
    secretKey: bytea('secret_key'),
    secretKeyId: text('secret_key_id'),
    cursor: text('cursor'),
    leaseHolder: text('lease_holder'),
    leaseExpiresAt: instant('lease_expires_at'),
    nextSyncAt: instant('next_sync_at'),
    failures: integer('failures').notNull().default(0),
    backoffUntil: instant('backoff_until'),
    /** The day, UTC, that `requests_today` counts requests of. */
    requestDay: day('request_day'),
    requestsToday: integer('requests_today').notNull().default(0),
    lastAttemptAt: instant('last_attempt_at'),
    lastSuccessAt: instant('last_success_at'),
    /** Somebody looked at a mass removal and said that it is true: the next sync may do it, until then. */
    removalsAllowedUntil: instant('removals_allowed_until'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    disconnectedAt: instant('disconnected_at'),
  },
  (t) => [
    primaryKey({ name: 'connections_pk', columns: [t.householdId, t.id] }),
    index('connections_item_idx').on(t.provider, t.itemKey).where(sql`${t.itemKey} is not null`),
    index('connections_due_idx').on(t.nextSyncAt).where(sql`${t.nextSyncAt} is not null`),
    foreignKey({
      name: 'connections_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** The accounts a connection shows, and which of ours each is; `account_id` is null while the person left it out. */
export const connectionAccounts = pgTable(
  'connection_accounts',
  {
    householdId: householdId(),
    connectionId: uuid('connection_id').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    accountId: uuid('account_id'),
    name: text('name').notNull(),
    institution: text('institution'),
    type: text('type').notNull(),
    currency: currency().notNull(),
    last4: text('last4'),
    included: boolean('included').notNull().default(true),
    balanceMinor: minor('balance_minor'),
    /** The day the provider says its balance is of: an old one means that the bank has gone quiet. */
    balanceAsOf: day('balance_as_of'),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: 'connection_accounts_pk',
      columns: [t.householdId, t.connectionId, t.providerAccountId],
    }),
    index('connection_accounts_account_idx').on(t.householdId, t.accountId),
    foreignKey({
      name: 'connection_accounts_connection_fk',
      columns: [t.householdId, t.connectionId],
      foreignColumns: [connections.householdId, connections.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'connection_accounts_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)

/** A linking that was begun and not finished: what the provider needs back, under a key of its own. */
export const linkAttempts = pgTable(
  'link_attempts',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    provider: text('provider').notNull(),
    institutionId: text('institution_id'),
    /** Set when an existing connection is being repaired. */
    connectionId: uuid('connection_id'),
    consent: jsonb('consent').$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of the state value that comes back with the person. */
    stateHash: text('state_hash').notNull(),
    secret: bytea('secret'),
    secretKey: bytea('secret_key'),
    secretKeyId: text('secret_key_id'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'link_attempts_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('link_attempts_state_key').on(t.householdId, t.stateHash),
    foreignKey({
      name: 'link_attempts_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** What a person agreed to, in which words (`text_version`); kept after it was withdrawn. */
export const consents = pgTable(
  'consents',
  {
    householdId: householdId(),
    id: id(),
    connectionId: uuid('connection_id').notNull(),
    userId: uuid('user_id').notNull(),
    provider: text('provider').notNull(),
    data: text('data').array().notNull(),
    purposes: text('purposes').array().notNull(),
    textVersion: integer('text_version').notNull(),
    grantedAt: instant('granted_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'consents_pk', columns: [t.householdId, t.id] }),
    index('consents_connection_idx').on(t.householdId, t.connectionId),
    foreignKey({
      name: 'consents_connection_fk',
      columns: [t.householdId, t.connectionId],
      foreignColumns: [connections.householdId, connections.id],
    }).onDelete('cascade'),
  ],
)

/** The history of syncs. New rows carry the run's id as their `import_id`. */
export const syncRuns = pgTable(
  'sync_runs',
  {
    householdId: householdId(),
    id: id(),
    connectionId: uuid('connection_id').notNull(),
    trigger: text('trigger', { enum: ['link', 'person', 'schedule', 'webhook'] }).notNull(),
    status: text('status', { enum: ['running', 'ok', 'failed', 'held'] }).notNull(),
    phase: text('phase', { enum: ['asking', 'writing', 'done'] }).notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    rowsSeen: integer('rows_seen').notNull().default(0),
    added: integer('added').notNull().default(0),
    modified: integer('modified').notNull().default(0),
    removed: integer('removed').notNull().default(0),
    requests: integer('requests').notNull().default(0),
    errorCode: text('error_code'),
    /** Codes of what the provider remarked, with plain text it may have added, cleaned. */
    notices: jsonb('notices').$type<Record<string, unknown>[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ name: 'sync_runs_pk', columns: [t.householdId, t.id] }),
    index('sync_runs_connection_idx').on(t.householdId, t.connectionId, t.startedAt),
    foreignKey({
      name: 'sync_runs_connection_fk',
      columns: [t.householdId, t.connectionId],
      foreignColumns: [connections.householdId, connections.id],
    }).onDelete('cascade'),
  ],
)

/** Webhooks that were received and proved, once each; they hold no data of the person. */
export const webhookInbox = pgTable(
  'webhook_inbox',
  {
    provider: text('provider').notNull(),
    eventId: text('event_id').notNull(),
    itemKey: text('item_key'),
    kind: text('kind').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    processedAt: instant('processed_at'),
  },
  (t) => [
    primaryKey({ name: 'webhook_inbox_pk', columns: [t.provider, t.eventId] }),
    index('webhook_inbox_received_idx').on(t.receivedAt),
  ],
)

/** A provider's keys as the administrator typed them: write-only, and only the operator's role reads them. */
export const providerSettings = pgTable(
  'provider_settings',
  {
    provider: text('provider').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    secret: bytea('secret'),
    secretKey: bytea('secret_key'),
    secretKeyId: text('secret_key_id'),
    /** Names of the fields that are set, to show that they are there. */
    fields: text('fields').array().notNull().default(sql`'{}'::text[]`),
    updatedBy: uuid('updated_by'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'provider_settings_pk', columns: [t.provider] })],
)
