import { and, desc, eq } from 'drizzle-orm'
import { accounts, balances } from '#db/schema/accounts.ts'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import { type CalendarDate, maxDate } from '#lib/core/calendar.ts'
import { assert } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { recordBefore } from './before-image.ts'
import type { StatedBalance } from './closing-balance.ts'
import type { AccountPlan } from './plan.ts'

type StoredAccountRow = typeof accounts.$inferSelect

/** An account's columns that an import may change, as JSON: what an undo puts back. */
export const accountImage = (account: StoredAccountRow) => ({
  institution: account.institution,
  last4: account.last4,
  bankId: account.bankId,
  sourceAccountId: account.sourceAccountId,
  balanceMinor: account.balanceMinor === null ? null : String(account.balanceMinor),
  availableMinor: account.availableMinor === null ? null : String(account.availableMinor),
  balanceAsOf: account.balanceAsOf,
  balanceSource: account.balanceSource,
  balanceUpdatedAt: account.balanceUpdatedAt?.toISOString() ?? null,
})

export type AccountImage = ReturnType<typeof accountImage>

const ownAccount = (scope: Scope, id: string) =>
  and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id))

/** Makes the account of the plan if it is new; teaches a stored one the number the file gives it. */
export async function writeAccount(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  importId: string,
  name: string,
): Promise<void> {
  const { read } = plan.rows
  const { stored } = plan.resolved
  if (!stored) {
    await tx.insert(accounts).values({
      householdId: scope.householdId,
      id: plan.accountId,
      ownerId: scope.userId,
      name,
      institution: read.institution,
      type: read.type,
      currency: read.currency,
      last4: read.last4,
      bankId: read.bankId,
      sourceAccountId: read.sourceAccountId,
      source: 'file',
    })
    await recordBefore(tx, scope, importId, 'account', plan.accountId, null)
    return
  }
  const learns = {
    institution: stored.institution ?? read.institution,
    last4: stored.last4 ?? read.last4,
    bankId: stored.bankId ?? read.bankId,
    sourceAccountId: stored.sourceAccountId ?? read.sourceAccountId,
  }
  const same = (Object.keys(learns) as (keyof typeof learns)[]).every((key) => learns[key] === stored[key])
  if (same) return
  await rememberAccount(tx, scope, importId, stored.id)
  await tx.update(accounts).set(learns).where(ownAccount(scope, stored.id))
}

async function rememberAccount(
  tx: Tx,
  scope: Scope,
  importId: string,
  id: string,
): Promise<StoredAccountRow> {
  const [account] = await tx.select().from(accounts).where(ownAccount(scope, id))
  assert(account, 'the account exists')
  await recordBefore(tx, scope, importId, 'account', id, accountImage(account))
  return account
}

/** Takes over the balance the statement states; without one, counts on from the last stated balance. */
export async function writeBalance(tx: Tx, scope: Scope, plan: AccountPlan, importId: string): Promise<void> {
  if (plan.balance) await stateBalance(tx, scope, plan.accountId, plan.balance, importId)
  const account = await rememberAccount(tx, scope, importId, plan.accountId)
  const next = await nextBalance(tx, scope, account, plan.balance)
  if (!next) return
  await tx
    .update(accounts)
    .set({ ...next, balanceUpdatedAt: scope.now })
    .where(ownAccount(scope, plan.accountId))
}

async function stateBalance(
  tx: Tx,
  scope: Scope,
  accountId: string,
  stated: StatedBalance,
  importId: string,
): Promise<void> {
  const own = and(
    eq(balances.householdId, scope.householdId),
    eq(balances.accountId, accountId),
    eq(balances.day, stated.day),
    eq(balances.source, 'file'),
  )
  const [before] = await tx.select().from(balances).where(own)
  if (before && before.minor === stated.minor && before.availableMinor === stated.available) return
  const image = before && {
    minor: String(before.minor),
    availableMinor: before.availableMinor === null ? null : String(before.availableMinor),
    importId: before.importId,
  }
  await recordBefore(tx, scope, importId, 'balance', `${accountId}|${stated.day}`, image ?? null)
  const values = { minor: stated.minor, availableMinor: stated.available, importId }
  if (before) await tx.update(balances).set(values).where(own)
  else
    await tx
      .insert(balances)
      .values({ householdId: scope.householdId, accountId, day: stated.day, source: 'file', ...values })
}

type NextBalance = Pick<StoredAccountRow, 'balanceMinor' | 'availableMinor' | 'balanceAsOf' | 'balanceSource'>

async function nextBalance(
  tx: Tx,
  scope: Scope,
  account: StoredAccountRow,
  stated: StatedBalance | null,
): Promise<NextBalance | null> {
  const asOf = account.balanceAsOf
  const computed = account.balanceSource === 'computed' || account.balanceSource === null
  if (stated) {
    const newer =
      asOf === null || stated.day > asOf || (stated.day === asOf && account.balanceSource === 'file')
    if (newer || (computed && stated.day === asOf))
      return {
        balanceMinor: stated.minor,
        availableMinor: stated.available,
        balanceAsOf: stated.day,
        balanceSource: 'file',
      }
    if (!computed) return null
  }
  return countOn(tx, scope, account)
}

/** The newest stated balance plus the posted rows after it; without one, the sum of all rows. */
async function countOn(tx: Tx, scope: Scope, account: StoredAccountRow): Promise<NextBalance | null> {
  const anchor = await newestStated(tx, scope, account.id)
  const [rows] = await bulk<{ sum: string | null; last: CalendarDate | null }>(
    tx,
    `select sum(minor) as sum, max(day) filter (where count > 0)::text as last from rollup_days
     where household_id = $1 and account_id = $2 and bucket <> 'pending' and day > $3`,
    [scope.householdId, account.id, anchor?.day ?? '0001-01-01'],
  )
  if (!rows?.last) return null
  if (account.balanceAsOf && account.balanceSource !== 'computed' && rows.last <= account.balanceAsOf)
    return null
  return {
    balanceMinor: (anchor?.minor ?? 0n) + toBigInt(rows.sum),
    availableMinor: null,
    balanceAsOf: anchor ? maxDate(anchor.day, rows.last) : rows.last,
    balanceSource: 'computed',
  }
}

/** Finds the balance anew after rows or statements went away; what a provider or a person said stays. */
export async function recountBalance(tx: Tx, scope: Scope, accountId: string): Promise<void> {
  const [account] = await tx.select().from(accounts).where(ownAccount(scope, accountId))
  if (!account || account.balanceSource === 'provider' || account.balanceSource === 'typed') return
  const anchor = await newestStated(tx, scope, accountId)
  const stands = anchor?.day === account.balanceAsOf && anchor?.minor === account.balanceMinor
  if (account.balanceSource === 'file' && stands) return
  const next =
    anchor && account.balanceSource !== 'computed'
      ? {
          balanceMinor: anchor.minor,
          availableMinor: anchor.availableMinor,
          balanceAsOf: anchor.day,
          balanceSource: anchor.source,
        }
      : await countOn(tx, scope, { ...account, balanceAsOf: null })
  if (next) await tx.update(accounts).set(next).where(ownAccount(scope, accountId))
}

const newestStated = async (tx: Tx, scope: Scope, accountId: string) =>
  (
    await tx
      .select()
      .from(balances)
      .where(and(eq(balances.householdId, scope.householdId), eq(balances.accountId, accountId)))
      .orderBy(desc(balances.day), balances.source)
      .limit(1)
  )[0]
