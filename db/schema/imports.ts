import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, householdId, id, instant } from '../columns.ts'
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
