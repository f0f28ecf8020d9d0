import 'server-only'
import { eq } from 'drizzle-orm'
import { households } from '#db/schema/users.ts'
import type { Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

/** From here to the end of the transaction, whoever else takes a turn for this household waits: what is matched must stay true. */
export async function takeTurn(tx: Tx, scope: Scope): Promise<void> {
  await tx
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, scope.householdId))
    .for('no key update')
}
