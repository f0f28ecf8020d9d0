import { createMigratedDatabase } from './database.ts'

/** One migrated database for the whole run; tests keep apart by making a household each. */
export default async function setup(): Promise<() => Promise<void>> {
  const { environment, drop } = await createMigratedDatabase(process.env.DATABASE_URL || null)
  Object.assign(process.env, environment)
  return drop
}
