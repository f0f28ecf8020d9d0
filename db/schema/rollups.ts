import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { buckets } from '#lib/core/bucket.ts'
import { day, householdId, minor } from '../columns.ts'
import { accounts } from './accounts.ts'

/**
 * Sums that a trigger on `transactions` keeps in the writing transaction, so that a dashboard costs the same at a thousand
 * rows and at a million. `bucket` is what `entry_bucket()` says the row counts as; no code writes these tables.
 */
const measures = () => ({ count: integer('count').notNull(), minor: minor().notNull() })

/** Per account and day: the pace line, balance history, calendars. */
export const rollupDays = pgTable(
  'rollup_days',
  {
    householdId: householdId(),
    day: day('day').notNull(),
    accountId: uuid('account_id').notNull(),
    bucket: text('bucket', { enum: buckets }).notNull(),
    ...measures(),
  },
  (t) => [
    primaryKey({ name: 'rollup_days_pk', columns: [t.householdId, t.day, t.accountId, t.bucket] }),
    foreignKey({
      name: 'rollup_days_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)

/** Per account, category and period (the household's month, named by its first day). The zero UUID stands for "no category". */
export const rollupMonths = pgTable(
  'rollup_months',
  {
    householdId: householdId(),
    period: day('period').notNull(),
    accountId: uuid('account_id').notNull(),
    categoryId: uuid('category_id').notNull(),
    bucket: text('bucket', { enum: buckets }).notNull(),
    ...measures(),
  },
  (t) => [
    primaryKey({
      name: 'rollup_months_pk',
      columns: [t.householdId, t.period, t.accountId, t.categoryId, t.bucket],
    }),
    foreignKey({
      name: 'rollup_months_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)

/** Per account, merchant and period. */
export const rollupMerchants = pgTable(
  'rollup_merchants',
  {
    householdId: householdId(),
    period: day('period').notNull(),
    accountId: uuid('account_id').notNull(),
    merchantKey: text('merchant_key').notNull(),
    bucket: text('bucket', { enum: buckets }).notNull(),
    ...measures(),
  },
  (t) => [
    primaryKey({
      name: 'rollup_merchants_pk',
      columns: [t.householdId, t.period, t.accountId, t.merchantKey, t.bucket],
    }),
    foreignKey({
      name: 'rollup_merchants_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)
