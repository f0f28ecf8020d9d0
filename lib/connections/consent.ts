import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { consents } from '#db/schema/connections.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { ProviderError } from './providers/provider-error.ts'

export type ActiveConsent = { id: string; purposes: readonly string[] }

/** What a connection may be asked for right now; ProviderError `consent_expired` when nobody agrees to it any more. */
export async function requireConsent(scope: Scope, connectionId: string): Promise<ActiveConsent> {
  const [consent] = await withScope(scope, (tx) =>
    tx
      .select({ id: consents.id, purposes: consents.purposes })
      .from(consents)
      .where(
        and(
          eq(consents.householdId, scope.householdId),
          eq(consents.connectionId, connectionId),
          isNull(consents.revokedAt),
          gt(consents.expiresAt, scope.now),
        ),
      )
      .orderBy(desc(consents.grantedAt))
      .limit(1),
  )
  if (!consent) throw new ProviderError('consent_expired', 'The consent has run out.')
  return consent
}
