import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { accounts, balances } from '#db/schema/accounts.ts'
import { transactions } from '#db/schema/transactions.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { AppError, assert } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import { parseDecimal } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { accountOf } from './account-row.ts'
import { findAccount } from './queries.ts'
import type { CreateAccountInput, UpdateAccountInput } from './schema.ts'
import type { Account } from './types.ts'

/** Minor units of a typed decimal; AppError invalid when it has more decimals than the currency. */
function minorOf(text: string, currency: string, path: string): bigint {
  const parsed = parseDecimal(text, currency)
  if (parsed && !parsed.rounded) return parsed.minor
  const message = `Not an amount of ${currency}.`
  throw new AppError('invalid', message, { errors: [{ path, message }] })
}

async function stateBalance(
  tx: Tx,
  scope: Scope,
  accountId: string,
  minor: bigint,
  day: CalendarDate,
): Promise<void> {
  await tx
    .insert(balances)
    .values({ householdId: scope.householdId, accountId, day, source: 'typed', minor })
    .onConflictDoUpdate({
      target: [balances.householdId, balances.accountId, balances.day, balances.source],
      set: { minor },
    })
}

/** An account that the user keeps by hand, with the balance they type. */
export async function createAccount(scope: Scope, input: CreateAccountInput): Promise<Account> {
  return withScope(scope, async (tx) => {
    const id = newId()
    const minor = input.balance ? minorOf(input.balance.amount, input.currency, 'balance') : null
    const asOf = input.balance?.asOf ?? scope.today
    const rows = await tx
      .insert(accounts)
      .values({
        householdId: scope.householdId,
        id,
        ownerId: scope.userId,
        name: input.name,
        institution: input.institution || null,
        type: input.type,
        currency: input.currency,
        source: 'manual',
        ...(minor === null
          ? {}
          : { balanceMinor: minor, balanceAsOf: asOf, balanceSource: 'typed', balanceUpdatedAt: scope.now }),
      })
      .returning()
    if (minor !== null) await stateBalance(tx, scope, id, minor, asOf)
    await recordAudit(tx, scope, 'account.created', { type: 'account', id }, { type: input.type })
    const row = rows[0]
    assert(row, 'an insert returns its row')
    return accountOf(row)
  })
}

/**
 * Changes what is given. `version` guards against someone else's change (AppError conflict). A typed balance counts from its
 * day on unless a newer one is known; another type means other buckets, so the rollups are made again.
 */
export async function updateAccount(scope: Scope, input: UpdateAccountInput): Promise<Account> {
  return withScope(scope, async (tx) => {
    const before = await findAccount(tx, scope, input.id)
    if (input.version !== undefined && input.version !== before.version)
      throw new AppError('conflict', 'The account was changed in the meantime.')
    const typed = input.balance ? minorOf(input.balance.amount, before.currency, 'balance') : null
    const asOf = input.balance?.asOf ?? scope.today
    const isNewest = typed !== null && (before.balanceAsOf === null || asOf >= before.balanceAsOf)
    if (typed !== null) await stateBalance(tx, scope, input.id, typed, asOf)
    const limit = input.creditLimit
    const rows = await tx
      .update(accounts)
      .set({
        name: input.name,
        type: input.type,
        hidden: input.hidden,
        includeInNetWorth: input.includeInNetWorth,
        creditLimitMinor:
          limit === undefined
            ? undefined
            : limit === null
              ? null
              : minorOf(limit, before.currency, 'creditLimit'),
        ...(isNewest && typed !== null
          ? { balanceMinor: typed, balanceAsOf: asOf, balanceSource: 'typed', balanceUpdatedAt: scope.now }
          : {}),
        version: before.version + 1,
      })
      .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, input.id)))
      .returning()
    if (input.type !== undefined && input.type !== before.type)
      await tx.execute(sql`select rebuild_rollups(${scope.householdId}::uuid)`)
    const { id: _id, version: _version, balance: _balance, ...fields } = input
    await recordAudit(tx, scope, 'account.updated', { type: 'account', id: input.id }, fields)
    const row = rows[0]
    assert(row, 'an update of a found row returns it')
    return accountOf(row)
  })
}

/** Deletes an account with everything in it. It cannot be undone; the page asks first. */
export async function deleteAccount(scope: Scope, input: { id: string }): Promise<{ rows: number }> {
  return withScope(scope, async (tx) => {
    const account = await findAccount(tx, scope, input.id)
    const mine = and(eq(transactions.householdId, scope.householdId), eq(transactions.accountId, input.id))
    const gone = await tx.delete(transactions).where(mine).returning({ transferId: transactions.transferId })
    const transfers = gone.flatMap((row) => (row.transferId ? [row.transferId] : []))
    if (transfers.length > 0)
      await tx.execute(sql`update transactions set transfer_id = null, version = version + 1
        where household_id = ${scope.householdId}::uuid and transfer_id = any(${sql.param(transfers)}::uuid[])`)
    await tx
      .delete(accounts)
      .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, input.id)))
    await recordAudit(
      tx,
      scope,
      'account.deleted',
      { type: 'account', id: input.id },
      { name: account.name, rows: gone.length },
    )
    return { rows: gone.length }
  })
}
