import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, currency, householdId, id, instant } from '../columns.ts'

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    emailVerifiedAt: instant('email_verified_at'),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('en'),
    status: text('status', { enum: ['active', 'disabled'] })
      .notNull()
      .default('active'),
    isAdmin: boolean('is_admin').notNull().default(false),
    preferences: jsonb('preferences').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'users_pk', columns: [t.id] }),
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
  ],
)

export const passwords = pgTable(
  'passwords',
  {
    userId: uuid('user_id').notNull(),
    phc: text('phc').notNull(),
    failures: integer('failures').notNull().default(0),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'passwords_pk', columns: [t.userId] }),
    foreignKey({ name: 'passwords_user_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** `token_hash` is the SHA-256 of the cookie's 256 random bits, in hex; the token itself is nowhere. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').notNull(),
    id: id(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    idleExpiresAt: instant('idle_expires_at').notNull(),
    absoluteExpiresAt: instant('absolute_expires_at').notNull(),
    authTime: instant('auth_time').notNull().defaultNow(),
    amr: text('amr').array().notNull(),
    ipPrefix: text('ip_prefix'),
    userAgent: text('user_agent'),
  },
  (t) => [
    primaryKey({ name: 'sessions_pk', columns: [t.tokenHash] }),
    uniqueIndex('sessions_id_key').on(t.id),
    index('sessions_user_idx').on(t.userId),
    foreignKey({ name: 'sessions_user_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** An account at an OpenID Connect issuer; the pair (issuer, subject) is the identity, never the e-mail. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'identities_pk', columns: [t.issuer, t.subject] }),
    foreignKey({ name: 'identities_user_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** What happened at the door, also for addresses nobody has; append-only. */
export const authEvents = pgTable(
  'auth_events',
  {
    id: id(),
    userId: uuid('user_id'),
    event: text('event').notNull(),
    ipPrefix: text('ip_prefix'),
    userAgent: text('user_agent'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'auth_events_pk', columns: [t.id] }),
    index('auth_events_user_idx').on(t.userId, t.at),
  ],
)

/** A one-time way in while sign-up is by invitation. `token_hash` is the SHA-256 of the link's 256 random bits, in hex. */
export const invites = pgTable(
  'invites',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'invites_pk', columns: [t.id] }),
    uniqueIndex('invites_hash_key').on(t.tokenHash),
    foreignKey({ name: 'invites_creator_fk', columns: [t.createdBy], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** Fixed-window counters; a key is a purpose and a hash, never an address in clear. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ name: 'rate_limits_pk', columns: [t.key] })],
)

export const households = pgTable(
  'households',
  {
    id: id(),
    name: text('name').notNull(),
    currency: currency().notNull(),
    timeZone: text('time_zone').notNull(),
    monthStartDay: smallint('month_start_day').notNull().default(1),
    weekendRule: text('weekend_rule', { enum: ['none', 'before', 'after'] })
      .notNull()
      .default('none'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'households_pk', columns: [t.id] }),
    check('households_month_start_day_check', sql`${t.monthStartDay} between 1 and 28`),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    householdId: householdId(),
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: ['owner', 'member'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'memberships_pk', columns: [t.householdId, t.userId] }),
    index('memberships_user_idx').on(t.userId),
    foreignKey({
      name: 'memberships_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'memberships_user_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'api_tokens_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('api_tokens_hash_key').on(t.tokenHash),
    foreignKey({
      name: 'api_tokens_membership_fk',
      columns: [t.householdId, t.userId],
      foreignColumns: [memberships.householdId, memberships.userId],
    }).onDelete('cascade'),
  ],
)

/** The answer to a POST with an `Idempotency-Key`, kept for 24 hours; `status` is null while the first one runs. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    householdId: householdId(),
    userId: uuid('user_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    body: text('body'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'idempotency_keys_pk', columns: [t.householdId, t.userId, t.key] })],
)
