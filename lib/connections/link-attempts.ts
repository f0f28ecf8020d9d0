import 'server-only'
import { lt } from 'drizzle-orm'
import { linkAttempts } from '#db/schema/connections.ts'
import { withOperator } from '#db/scope.ts'

/** Forgets linkings that can no longer be ended, with the sealed tokens they kept. */
export const deleteOldAttempts = (now: Date): Promise<unknown> =>
  withOperator((tx) => tx.delete(linkAttempts).where(lt(linkAttempts.expiresAt, now)))
