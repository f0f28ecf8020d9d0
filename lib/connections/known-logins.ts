import 'server-only'
import { bulk, withOperator, withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { KnownLogin, KnownLogins } from './providers/port.ts'

/**
 * What a provider must know before it links one more: the household's logins there with the last digits of their accounts,
 * and how many the whole instance ever had, ended ones too (some plans count them for good).
 */
export async function knownLogins(scope: Scope, provider: string): Promise<KnownLogins> {
  const linked = await withScope(scope, (tx) =>
    bulk<KnownLogin>(
      tx,
      `select c.institution_id as "institutionId",
         coalesce(array_agg(l.last4) filter (where l.last4 is not null), '{}') as "last4s"
       from connections c
       left join connection_accounts l on l.household_id = c.household_id and l.connection_id = c.id
       where c.household_id = $1 and c.provider = $2 and c.state <> 'disconnected'
       group by c.id, c.institution_id order by c.id`,
      [scope.householdId, provider],
    ),
  )
  const [count] = await withOperator((tx) =>
    bulk<{ ever: number }>(tx, 'select count(*)::int as ever from connections where provider = $1', [
      provider,
    ]),
  )
  return { linked, ever: count?.ever ?? 0 }
}
