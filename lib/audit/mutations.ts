import 'server-only'
import { auditEvents } from '#db/schema/audit.ts'
import type { Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'

export type AuditSubject = { type: string; id?: string | null }

/**
 * Adds a line to the household's log inside the writing transaction, so that there is no change without its line.
 * `action` is `noun.verb-in-the-past` (`rule.created`). `data` must survive JSON: amounts as decimal text, never bigint.
 */
export async function recordAudit(
  tx: Tx,
  scope: Scope,
  action: string,
  subject: AuditSubject,
  data: Record<string, unknown> = {},
): Promise<void> {
  await tx.insert(auditEvents).values({
    householdId: scope.householdId,
    id: newId(),
    userId: scope.userId,
    actor: scope.actor,
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    data,
    at: scope.now,
  })
}
