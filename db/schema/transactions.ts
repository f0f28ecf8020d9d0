import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, currency, day, householdId, id, instant, minor } from '../columns.ts'
import { accounts } from './accounts.ts'
import { categories } from './categories.ts'

/**
 * One booked or pending movement. `fingerprint` never holds anything a user can edit. A deleted row stays as a tombstone
 * (`deleted_at`), so that it does not come back with the next statement.
 */
export const transactions = pgTable(
  'transactions',
  {
    householdId: householdId(),
    id: id(),
    accountId: uuid('account_id').notNull(),
    date: day('date').notNull(),
    transactionDate: day('transaction_date'),
    minor: minor().notNull(),
    currency: currency().notNull(),
    payee: text('payee').notNull(),
    merchantKey: text('merchant_key').notNull(),
    rawDescription: text('raw_description').notNull(),
    memo: text('memo'),
    checkNumber: text('check_number'),
    status: text('status', { enum: ['posted', 'pending'] }).notNull(),
    kind: text('kind', {
      enum: ['standard', 'transfer', 'card_payment', 'loan_payment', 'investment', 'one_off'],
    })
      .notNull()
      .default('standard'),
    categoryId: uuid('category_id'),
    categorySource: text('category_source', { enum: ['user', 'rule', 'learned', 'provider', 'merchant'] }),
    categoryConfidence: smallint('category_confidence'),
    excluded: boolean('excluded').notNull().default(false),
    isSplit: boolean('is_split').notNull().default(false),
    note: text('note'),
    tags: text('tags').array().notNull().default(sql`'{}'::text[]`),
    source: text('source').notNull(),
    externalId: text('external_id'),
    fingerprint: uuid('fingerprint').notNull(),
    importId: uuid('import_id'),
    transferId: uuid('transfer_id'),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
    /** Set with `deleted_at` when its provider took the row back: if it is reported again, it is there again. */
    withdrawnAt: instant('withdrawn_at'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'transactions_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('transactions_fingerprint_key').on(t.householdId, t.accountId, t.fingerprint),
    index('transactions_external_idx')
      .on(t.householdId, t.accountId, t.externalId)
      .where(sql`${t.externalId} is not null`),
    index('transactions_minor_idx').on(t.householdId, t.minor, t.date),
    index('transactions_date_idx').on(t.householdId, t.date, t.id),
    index('transactions_account_idx').on(t.householdId, t.accountId, t.date, t.id),
    index('transactions_merchant_idx').on(t.householdId, t.merchantKey, t.date),
    index('transactions_import_idx').on(t.householdId, t.importId).where(sql`${t.importId} is not null`),
    index('transactions_transfer_idx')
      .on(t.householdId, t.transferId)
      .where(sql`${t.transferId} is not null`),
    index('transactions_pending_idx')
      .on(t.householdId, t.accountId, t.date)
      .where(sql`${t.status} = 'pending'`),
    index('transactions_deleted_idx').on(t.householdId, t.accountId).where(sql`${t.deletedAt} is not null`),
    foreignKey({
      name: 'transactions_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'transactions_category_fk',
      columns: [t.householdId, t.categoryId],
      foreignColumns: [categories.householdId, categories.id],
    }),
  ],
)

/** Ids and fingerprints that a row answered to besides its own: merged rows, pending ones that posted, files after a sync. */
export const transactionAliases = pgTable(
  'transaction_aliases',
  {
    householdId: householdId(),
    accountId: uuid('account_id').notNull(),
    source: text('source').notNull(),
    key: text('key').notNull(),
    transactionId: uuid('transaction_id').notNull(),
    importId: uuid('import_id'),
  },
  (t) => [
    primaryKey({ name: 'transaction_aliases_pk', columns: [t.householdId, t.accountId, t.source, t.key] }),
    index('transaction_aliases_transaction_idx').on(t.householdId, t.transactionId),
    foreignKey({
      name: 'transaction_aliases_transaction_fk',
      columns: [t.householdId, t.transactionId],
      foreignColumns: [transactions.householdId, transactions.id],
    }).onDelete('cascade'),
  ],
)

/** Children of a split row; they sum to the parent exactly and may only change while the parent's `is_split` is false. */
export const transactionSplits = pgTable(
  'transaction_splits',
  {
    householdId: householdId(),
    id: id(),
    transactionId: uuid('transaction_id').notNull(),
    position: integer('position').notNull(),
    minor: minor().notNull(),
    categoryId: uuid('category_id'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ name: 'transaction_splits_pk', columns: [t.householdId, t.id] }),
    index('transaction_splits_transaction_idx').on(t.householdId, t.transactionId, t.position),
    foreignKey({
      name: 'transaction_splits_transaction_fk',
      columns: [t.householdId, t.transactionId],
      foreignColumns: [transactions.householdId, transactions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'transaction_splits_category_fk',
      columns: [t.householdId, t.categoryId],
      foreignColumns: [categories.householdId, categories.id],
    }),
  ],
)

/** Pairs the user said are not a transfer; never proposed again. `a` is the smaller id. */
export const rejectedTransfers = pgTable(
  'rejected_transfers',
  {
    householdId: householdId(),
    a: uuid('a').notNull(),
    b: uuid('b').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rejected_transfers_pk', columns: [t.householdId, t.a, t.b] }),
    foreignKey({
      name: 'rejected_transfers_a_fk',
      columns: [t.householdId, t.a],
      foreignColumns: [transactions.householdId, transactions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'rejected_transfers_b_fk',
      columns: [t.householdId, t.b],
      foreignColumns: [transactions.householdId, transactions.id],
    }).onDelete('cascade'),
  ],
)
