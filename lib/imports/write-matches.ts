import { and, eq } from 'drizzle-orm'
import { plainArray, textArray } from '#db/array-literal.ts'
import { transactionAliases, transactions } from '#db/schema/transactions.ts'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { recordBefore } from './before-image.ts'
import type { AccountPlan, Match } from './plan.ts'
import type { WriteContext } from './write-rows.ts'

/** A stored row's columns that an import may change: what an undo puts back. */
export type RowImage = {
  minor: string
  payee: string
  merchantKey: string
  rawDescription: string
  externalId: string | null
  status: 'posted' | 'pending'
  /** Only where the import brought a deleted row back: when it was deleted. */
  deletedAt?: string | null
}

const keepName = (match: Match): boolean => match.by === 'payee' && match.known.status === 'posted'

async function change(tx: Tx, scope: Scope, plan: AccountPlan, match: Match, context: WriteContext) {
  const own = and(eq(transactions.householdId, scope.householdId), eq(transactions.id, match.known.id))
  const [stored] = await tx.select().from(transactions).where(own)
  if (!stored) return
  const before: RowImage = {
    minor: String(stored.minor),
    payee: stored.payee,
    merchantKey: stored.merchantKey,
    rawDescription: stored.rawDescription,
    externalId: stored.externalId,
    status: stored.status,
  }
  await recordBefore(tx, scope, context.importId, 'transaction', stored.id, before)
  const { rows } = plan
  const external = rows.externalId[match.at] ?? null
  const claimed = match.known.status === 'pending'
  const payee = context.payeeOf(rows.payee[match.at] ?? '')
  await tx
    .update(transactions)
    .set({
      minor: rows.minor[match.at] ?? stored.minor,
      payee: keepName(match) ? stored.payee : payee.name,
      merchantKey: keepName(match) ? stored.merchantKey : payee.key,
      rawDescription: rows.rawDescription[match.at] ?? stored.rawDescription,
      externalId: claimed ? (external ?? stored.externalId) : (stored.externalId ?? external),
      status: 'posted',
      version: stored.version + 1,
    })
    .where(own)
}

/** Lets matched rows answer to the ids and fingerprints they had in this file too, and brings changed ones up to date. */
export async function writeMatches(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  context: WriteContext,
): Promise<void> {
  const aliases: { source: string; key: string; id: string }[] = []
  for (const match of plan.matches) {
    const { known } = match
    const print = plan.rows.fingerprint[match.at] ?? ''
    const external = plan.rows.externalId[match.at] ?? null
    if (known.fingerprint !== print && !known.aliasFingerprints.includes(print))
      aliases.push({ source: 'fingerprint', key: print, id: known.id })
    const own = known.source === context.source && known.externalId === external
    if (external !== null && !own && !known.aliasIds.includes(`${context.source}|${external}`))
      aliases.push({ source: context.source, key: external, id: known.id })
    if (
      match.changes &&
      known.status === 'pending' &&
      known.externalId !== null &&
      known.externalId !== external
    )
      aliases.push({ source: known.source, key: known.externalId, id: known.id })
    if (match.changes) await change(tx, scope, plan, match, context)
  }
  if (aliases.length === 0) return
  await bulk(
    tx,
    `insert into transaction_aliases (household_id, account_id, import_id, source, key, transaction_id)
     select $1, $2, $3, u.* from unnest($4::text[], $5::text[], $6::uuid[]) as u
     on conflict on constraint transaction_aliases_pk do nothing`,
    [
      scope.householdId,
      plan.accountId,
      context.importId,
      textArray(aliases.map((alias) => alias.source)),
      textArray(aliases.map((alias) => alias.key)),
      plainArray(aliases.map((alias) => alias.id)),
    ],
  )
}

/** Removes what matching in an import that is taken back has added. */
export const forgetAliases = (tx: Tx, scope: Scope, importId: string) =>
  tx
    .delete(transactionAliases)
    .where(
      and(eq(transactionAliases.householdId, scope.householdId), eq(transactionAliases.importId, importId)),
    )
