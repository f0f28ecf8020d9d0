import 'server-only'
import type { Tx } from '#db/scope.ts'
import type { Turned } from '#lib/connections/sync.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { insertAlerts } from './evaluate.ts'
import { queueAlertMails } from './queue-alert-mails.ts'
import { storedRules } from './stored-rules.ts'
import type { Candidate, TroubleCause } from './types.ts'

/** How long no data may come before that is said. */
export const silentDays = 3

type Login = { id: string; ownerId: string; institutionName: string; createdAt: Date }

export type TroubleOf = {
  row: Login
  cause: TroubleCause
  code: string | null
  /** The last sync that brought data; null when none did. */
  heardAt: Date | null
}

/** All trouble between two syncs that brought data is one spell; its alerts begin with the same key. */
export const spellOf = ({ row, heardAt }: TroubleOf): string =>
  `${row.id}:${(heardAt ?? row.createdAt).getTime()}`

/** The alert about a login, as of `at`: the same for the sync, the clock and the back-test. */
export function troubleCandidate(trouble: TroubleOf, at: Date, timeZone: string): Candidate {
  const { row, cause, code, heardAt } = trouble
  return {
    dedupeKey: `${spellOf(trouble)}:${cause}`,
    accountId: null,
    occurredOn: dateInZone(at, timeZone),
    evidence: {
      accountName: row.institutionName,
      payee: null,
      amount: null,
      rows: [],
      facts: {
        trouble: {
          connectionId: row.id,
          cause,
          code,
          heard: heardAt && dateInZone(heardAt, timeZone),
        },
      },
    },
  }
}

/** Tells the login's owner, who alone can mend it, inside the transaction that found the trouble; returns the alerts. */
export async function tellTrouble(
  tx: Tx,
  scope: Scope,
  trouble: TroubleOf | Turned,
  at: Date = scope.now,
): Promise<number> {
  const { ownerId } = trouble.row
  const rules = await storedRules(tx, scope, { enabled: true, userId: ownerId })
  let told = 0
  for (const rule of rules.filter(({ type }) => type === 'connection_trouble')) {
    const added = await insertAlerts(tx, scope, rule, [troubleCandidate(trouble, at, scope.timeZone)], null)
    await queueAlertMails(tx, scope, ownerId, added)
    told += added.length
  }
  return told
}
