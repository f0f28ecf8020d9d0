import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, householdId, id, instant } from '../columns.ts'
import { households } from './users.ts'

/** One press of "Import": what was asked, and how it ended. How far it is lives in the memory of the process that does it. */
export const importRuns = pgTable(
  'import_runs',
  {
    householdId: householdId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    uploadId: uuid('upload_id').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state', { enum: ['queued', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
    /** The import it became; written in the import's own transaction. */
    importId: uuid('import_id'),
    error: jsonb('error').$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    /** When its process last said that it is alive. */
    heardAt: instant('heard_at').notNull(),
    endedAt: instant('ended_at'),
    /** When the person saw how it ended. */
    seenAt: instant('seen_at'),
  },
  (t) => [
    primaryKey({ name: 'import_runs_pk', columns: [t.householdId, t.id] }),
    uniqueIndex('import_runs_upload_idx')
      .on(t.householdId, t.uploadId)
      .where(sql`state in ('queued', 'running', 'done')`),
    index('import_runs_open_idx').on(t.heardAt).where(sql`state in ('queued', 'running')`),
    index('import_runs_created_idx').on(t.householdId, t.createdAt),
    foreignKey({
      name: 'import_runs_household_fk',
      columns: [t.householdId],
      foreignColumns: [households.id],
    }).onDelete('cascade'),
  ],
)
