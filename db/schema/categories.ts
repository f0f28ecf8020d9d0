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
import { createdAt, householdId, id, instant, minor } from '../columns.ts'
import { households } from './users.ts'

/** A tree of two levels. `key` names an entry of the built-in taxonomy (its name is translated); own ones have a `name`. */
export const categories = pgTable(
  'categories',
  {
    householdId: householdId(),
    id: id(),
    parentId: uuid('parent_id'),
    key: text('key'),
    name: text('name'),
    kind: text('kind', { enum: ['expense', 'income', 'transfer'] }).notNull(),
    color: smallint('color').notNull(),
    position: integer('position').notNull().default(0),
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'categories_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('categories_key_key').on(t.householdId, t.key).where(sql`${t.key} is not null`),
    foreignKey({
      name: 'categories_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'categories_parent_fk',
      columns: [t.householdId, t.parentId],
      foreignColumns: [t.householdId, t.id],
    }).onDelete('cascade'),
  ],
)

/** A payee as people say it. `key` is the normalised name that rows are grouped by; `category_id` is what corrections taught. */
export const merchants = pgTable(
  'merchants',
  {
    householdId: householdId(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    categoryId: uuid('category_id'),
    corrections: integer('corrections').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'merchants_pk', columns: [t.householdId, t.key] }),
    foreignKey({
      name: 'merchants_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'merchants_category_fk',
      columns: [t.householdId, t.categoryId],
      foreignColumns: [categories.householdId, categories.id],
    }),
  ],
)

/** First match by `position` wins. Every condition that is set must hold; amounts are of the absolute value. */
export const rules = pgTable(
  'rules',
  {
    householdId: householdId(),
    id: id(),
    position: integer('position').notNull(),
    field: text('field', { enum: ['payee', 'description'] }).notNull(),
    operator: text('operator', { enum: ['is', 'contains', 'starts_with'] }).notNull(),
    value: text('value').notNull(),
    accountId: uuid('account_id'),
    minMinor: minor('min_minor'),
    maxMinor: minor('max_minor'),
    categoryId: uuid('category_id').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'rules_pk', columns: [t.householdId, t.id] }),
    index('rules_position_idx').on(t.householdId, t.position),
    foreignKey({
      name: 'rules_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'rules_category_fk',
      columns: [t.householdId, t.categoryId],
      foreignColumns: [categories.householdId, categories.id],
    }).onDelete('cascade'),
  ],
)
