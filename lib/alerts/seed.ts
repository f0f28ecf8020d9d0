import 'server-only'
import { alertRules } from '#db/schema/alerts.ts'
import type { Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { RuleType } from './types.ts'

/** What a new person starts with. A first visit to a shop is common, so that one waits to be switched on. */
const initial: readonly { type: RuleType; enabled: boolean }[] = [
  { type: 'low_balance', enabled: true },
  { type: 'large_transaction', enabled: true },
  { type: 'duplicate_charge', enabled: true },
  { type: 'fee_charged', enabled: true },
  { type: 'card_use', enabled: true },
  { type: 'new_merchant', enabled: false },
  { type: 'connection_trouble', enabled: true },
]

/** Writes the default rules of the scope's user in this household; part of signing up. */
export async function seedAlertRules(tx: Tx, scope: Scope): Promise<void> {
  const { householdId, userId } = scope
  await tx.insert(alertRules).values(initial.map((rule) => ({ householdId, userId, id: newId(), ...rule })))
}
