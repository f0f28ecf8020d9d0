import 'server-only'
import { eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

/** Whether the household is looking at sample data. */
export const hasDemo = (scope: Scope): Promise<boolean> =>
  withScope(scope, async (tx) => {
    const found = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.source, 'demo'))
      .limit(1)
    return found.length > 0
  })
