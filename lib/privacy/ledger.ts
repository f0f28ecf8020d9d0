import 'server-only'
import { and, eq } from 'drizzle-orm'
import { egressLedger, privacySettings } from '#db/schema/privacy.ts'
import { bulk, type Tx, withOperator, withScope } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'

/** Stands for the instance itself in the ledger; no household has it. */
const nobody = '00000000-0000-0000-0000-000000000000'

export type LedgerEntry = {
  host: string
  purpose: string
  method: string
  /** Names, never values. */
  fields: string[]
  bytesOut: number
  connectionId: string | null
  consentId: string | null
}

/** Whose ledger it is; null for the instance itself. */
type Owner = Pick<Scope, 'householdId'> | null

export type LedgerEnd = { status: number | null; outcome: string; bytesIn: number }

const within = <T>(scope: Scope | null, run: (tx: Tx) => Promise<T>): Promise<T> =>
  scope ? withScope(scope, run) : withOperator(run)

/** Whether the instance or this household lets nothing out. */
export async function letsNothingOut(tx: Tx, scope: Owner): Promise<boolean> {
  const [instance] = await bulk<{ off: boolean }>(tx, 'select instance_lets_nothing_out() as off', [])
  if (instance?.off !== false) return true
  if (!scope) return false
  const [own] = await tx
    .select({ off: privacySettings.noThirdParties })
    .from(privacySettings)
    .where(eq(privacySettings.householdId, scope.householdId))
  return own?.off ?? false
}

/** Writes that a request is about to leave; null when nothing may. Its own transaction, before the first packet. */
export const beginEgress = (scope: Scope | null, entry: LedgerEntry): Promise<string | null> =>
  within(scope, (tx) => begin(tx, scope, entry))

/** Whether the request that was written down may still be sent. */
export const mayLeave = (scope: Scope | null): Promise<boolean> =>
  within(scope, async (tx) => !(await letsNothingOut(tx, scope)))

async function begin(tx: Tx, owner: Owner, entry: LedgerEntry): Promise<string | null> {
  if (await letsNothingOut(tx, owner)) return null
  const id = newId()
  await tx
    .insert(egressLedger)
    .values({ householdId: owner?.householdId ?? nobody, id, at: new Date(), outcome: 'started', ...entry })
  return id
}

export const endEgress = (scope: Scope | null, id: string, end: LedgerEnd): Promise<void> =>
  within(scope, (tx) => finish(tx, scope, id, end))

async function finish(tx: Tx, owner: Owner, id: string, end: LedgerEnd): Promise<void> {
  await tx
    .update(egressLedger)
    .set({ ...end, endedAt: new Date() })
    .where(and(eq(egressLedger.householdId, owner?.householdId ?? nobody), eq(egressLedger.id, id)))
}

/** The same for the outbox, which acts for a household without being one of its people. */
export const beginMailEgress = (householdId: string, entry: LedgerEntry): Promise<string | null> =>
  withOperator((tx) => begin(tx, { householdId }, entry))

export const endMailEgress = (householdId: string, id: string, end: LedgerEnd): Promise<void> =>
  withOperator((tx) => finish(tx, { householdId }, id, end))
