import { z } from 'zod'
import type { Turnstile } from './turnstile.ts'

type Exec = (sql: string) => Promise<Record<string, unknown>[]>

export type TableWork = { name: string; live: number; dead: number; changed: number }

const tableRow = z.object({
  name: z.string(),
  live: z.coerce.number(),
  dead: z.coerce.number(),
  changed: z.coerce.number(),
})

/** PostgreSQL's own thresholds: a fifth of the rows dead, a tenth changed, and at least some. */
const needsVacuum = (table: TableWork): boolean => table.dead > 1000 + table.live * 0.2
const needsAnalyze = (table: TableWork): boolean => table.changed > 500 + table.live * 0.1

/** The statements that bring the tables back in shape. The engine has no autovacuum of its own. */
export const statementsFor = (tables: readonly TableWork[]): string[] =>
  tables.flatMap((table) => {
    if (needsVacuum(table)) return [`VACUUM (ANALYZE) ${table.name}`]
    return needsAnalyze(table) ? [`ANALYZE ${table.name}`] : []
  })

/** Counts reach the view late; the first statement asks the engine to write them down when it ends. */
const flushSql = 'SELECT pg_stat_force_next_flush()'

const tablesSql = `
  SELECT format('%I.%I', schemaname, relname) AS name,
         n_live_tup AS live, n_dead_tup AS dead, n_mod_since_analyze AS changed
  FROM pg_stat_user_tables`

/** One round of upkeep; each statement waits its turn, so that people come first. */
export async function maintain(turnstile: Turnstile, exec: Exec): Promise<string[]> {
  await turnstile.alone(() => exec(flushSql))
  const tables = await turnstile.alone(() => exec(tablesSql))
  const statements = [...statementsFor(z.array(tableRow).parse(tables)), 'CHECKPOINT']
  for (const statement of statements) await turnstile.alone(() => exec(statement))
  return statements
}

/** Upkeep on a timer, once the clients are quiet; gives a function that ends it. */
export function startMaintenance(turnstile: Turnstile, exec: Exec, everyMs: number): () => void {
  let running = false
  const timer = setInterval(() => {
    const { waiting, inTransaction } = turnstile.stats()
    if (running || waiting > 0 || inTransaction) return
    running = true
    maintain(turnstile, exec)
      .catch((error: unknown) => process.stderr.write(`Database upkeep failed: ${String(error)}\n`))
      .finally(() => {
        running = false
      })
  }, everyMs)
  return () => clearInterval(timer.unref())
}
