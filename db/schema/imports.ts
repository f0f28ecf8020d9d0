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
import { bytea, createdAt, day, householdId, id, instant, minor } from '../columns.ts'
import { accounts } from './accounts.ts'
import { transactions } from './transactions.ts'
import { households } from './users.ts'

/** One statement file that was imported in one step. `report` is what API.md calls the import report. */
export const imports = pgTable(
  'imports',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    fileSize: integer('file_size').notNull(),
    format: text('format').notNull(),
    profile: text('profile'),
    status: text('status', { enum: ['imported', 'undone'] }).notNull(),
    report: jsonb('report').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    primaryKey({ name: 'imports_pk', columns: [t.householdId, t.id] }),
    index('imports_hash_idx').on(t.householdId, t.fileHash),
    index('imports_created_idx').on(t.householdId, t.createdAt),
    foreignKey({
      name: 'imports_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/** What an import changed on something that was there before: the state to go back to on undo. */
export const importChanges = pgTable(
  'import_changes',
  {
    householdId: householdId(),
    importId: uuid('import_id').notNull(),
    subjectType: text('subject_type', { enum: ['transaction', 'account', 'balance'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({
      name: 'import_changes_pk',
      columns: [t.householdId, t.importId, t.subjectType, t.subjectId],
    }),
    foreignKey({
      name: 'import_changes_import_fk',
      columns: [t.householdId, t.importId],
      foreignColumns: [imports.householdId, imports.id],
    }).onDelete('cascade'),
  ],
)

/** The rows an import found stored already, a part per list: undoing the import that made them must not take them away. */
export const importSightings = pgTable(
  'import_sightings',
  {
    householdId: householdId(),
    importId: uuid('import_id').notNull(),
    accountId: uuid('account_id').notNull(),
    part: integer('part').notNull(),
    seen: uuid('seen').array().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'import_sightings_pk',
      columns: [t.householdId, t.importId, t.accountId, t.part],
    }),
    foreignKey({
      name: 'import_sightings_import_fk',
      columns: [t.householdId, t.importId],
      foreignColumns: [imports.householdId, imports.id],
    }).onDelete('cascade'),
  ],
)

/** How this household reads a CSV layout; found again by the signature of its header. */
export const importMappings = pgTable(
  'import_mappings',
  {
    householdId: householdId(),
    id: id(),
    name: text('name').notNull(),
    signature: text('signature').notNull(),
    mapping: jsonb('mapping').$type<Record<string, unknown>>().notNull(),
    accountId: uuid('account_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'import_mappings_pk', columns: [t.householdId, t.id] }),
    index('import_mappings_signature_idx').on(t.householdId, t.signature),
    foreignKey({
      name: 'import_mappings_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

/**
 * The bytes of a statement as they arrived: gzipped, in chunks under a key of its own, which `wrappedKey` holds encrypted.
 * Imports find it by `imports.file_hash`. Without its wrapped key (deleting takes it first) the chunks are noise.
 */
export const statementFiles = pgTable(
  'statement_files',
  {
    householdId: householdId(),
    id: id(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    chunks: integer('chunks').notNull(),
    wrappedKey: bytea('wrapped_key'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'statement_files_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('statement_files_hash_key').on(t.householdId, t.sha256),
    foreignKey({
      name: 'statement_files_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)

export const statementFileChunks = pgTable(
  'statement_file_chunks',
  {
    householdId: householdId(),
    fileId: uuid('file_id').notNull(),
    part: integer('part').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ name: 'statement_file_chunks_pk', columns: [t.householdId, t.fileId, t.part] }),
    foreignKey({
      name: 'statement_file_chunks_file_fk',
      columns: [t.householdId, t.fileId],
      foreignColumns: [statementFiles.householdId, statementFiles.id],
    }).onDelete('cascade'),
  ],
)

/**
 * The days one import covers of one account, both included; `stated`: the file says so, else they are its first and last row.
 * `openingMinor` is the balance before `firstDay`, `closingMinor` the one at the end of `lastDay`.
 */
export const statementPeriods = pgTable(
  'statement_periods',
  {
    householdId: householdId(),
    importId: uuid('import_id').notNull(),
    accountId: uuid('account_id').notNull(),
    firstDay: day('first_day').notNull(),
    lastDay: day('last_day').notNull(),
    stated: boolean('stated').notNull(),
    openingMinor: minor('opening_minor'),
    closingMinor: minor('closing_minor'),
  },
  (t) => [
    primaryKey({ name: 'statement_periods_pk', columns: [t.householdId, t.importId, t.accountId] }),
    index('statement_periods_account_idx').on(t.householdId, t.accountId, t.firstDay),
    foreignKey({
      name: 'statement_periods_import_fk',
      columns: [t.householdId, t.importId],
      foreignColumns: [imports.householdId, imports.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'statement_periods_account_fk',
      columns: [t.householdId, t.accountId],
      foreignColumns: [accounts.householdId, accounts.id],
    }).onDelete('cascade'),
  ],
)

/**
 * What an import leaves to a person. `deleted`: a row of the file is the tombstone `transactionId`. `resembles`: the new row
 * with `fingerprint` may be the stored row `transactionId` of another source; `posts`: a pending one that came out larger. A decision is never asked for again.
 */
export const importReviews = pgTable(
  'import_reviews',
  {
    householdId: householdId(),
    importId: uuid('import_id').notNull(),
    kind: text('kind', { enum: ['deleted', 'resembles', 'posts'] }).notNull(),
    transactionId: uuid('transaction_id').notNull(),
    accountId: uuid('account_id').notNull(),
    fingerprint: uuid('fingerprint').notNull(),
    line: integer('line').notNull(),
    decision: text('decision', { enum: ['restored', 'merged', 'kept'] }),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ name: 'import_reviews_pk', columns: [t.householdId, t.importId, t.transactionId] }),
    index('import_reviews_transaction_idx').on(t.householdId, t.transactionId),
    foreignKey({
      name: 'import_reviews_import_fk',
      columns: [t.householdId, t.importId],
      foreignColumns: [imports.householdId, imports.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'import_reviews_transaction_fk',
      columns: [t.householdId, t.transactionId],
      foreignColumns: [transactions.householdId, transactions.id],
    }).onDelete('cascade'),
  ],
)
