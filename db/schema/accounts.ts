import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, currency, day, householdId, id, instant, minor } from '../columns.ts'
import { households } from './users.ts'

/** `balance_minor` is the newest known one, from the holder's view: negative when you owe. */
export const accounts = pgTable(
  'accounts',
  {
    householdId: householdId(),
    id: id(),
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    institution: text('institution'),
    type: text('type', {
      enum: ['checking', 'savings', 'credit_card', 'loan', 'investment', 'cash', 'other'],
    }).notNull(),
    currency: currency().notNull(),
    last4: text('last4'),
    bankId: text('bank_id'),
    sourceAccountId: text('source_account_id'),
    source: text('source', { enum: ['file', 'provider', 'manual', 'demo'] }).notNull(),
    connectionId: uuid('connection_id'),
    sharing: text('sharing', { enum: ['private', 'view', 'annotate', 'full'] })
      .notNull()
      .default('private'),
    hidden: boolean('hidden').notNull().default(false),
    includeInNetWorth: boolean('include_in_net_worth').notNull().default(true),
    creditLimitMinor: minor('credit_limit_minor'),
    balanceMinor: minor('balance_minor'),
    availableMinor: minor('available_minor'),
    balanceAsOf: day('balance_as_of'),
    balanceSource: text('balance_source', { enum: ['provider', 'file', 'computed', 'typed'] }),
    balanceUpdatedAt: instant('balance_updated_at'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'accounts_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('accounts_source_key')
      .on(t.householdId, t.sourceAccountId, t.currency, t.bankId)
      .where(sql`${t.sourceAccountId} is not null`),
    foreignKey({
      name: 'accounts_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** Balances somebody stated for the end of a day; history between them is computed from the rows. */
export const balances = pgTable(
  'balances',
  {
    householdId: householdId(),
    accountId: uuid('account_id').notNull(),
    day: day('day').notNull(),
    source: text('source', { enum: ['provider', 'file', 'typed'] }).notNull(),
    minor: minor().notNull(),
    availableMinor: minor('available_minor'),
    importId: uuid('import_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'balances_pk', columns: [t.householdId, t.accountId, t.day, t.source] }),
    index('balances_import_idx').on(t.householdId, t.importId),
    foreignKey({
      name: 'balances_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)
