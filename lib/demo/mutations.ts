import 'server-only'
import { eq, inArray, sql } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { alerts } from '#db/schema/alerts.ts'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { evaluateAlerts } from '#lib/alerts/evaluate.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { fingerprintOf, ordinalCounter, tupleOf } from '#lib/imports/identity.ts'
import { cleanPayee } from '#lib/merchants/payee.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { type AccountKey, demoAccounts } from './household-plan.ts'
import { type DemoRow, demoYear } from './year.ts'

const accountKeys = Object.keys(demoAccounts) as AccountKey[]

async function insertAccounts(
  tx: Tx,
  scope: Scope,
  rows: readonly DemoRow[],
): Promise<Map<AccountKey, string>> {
  const ids = new Map(accountKeys.map((key) => [key, newId()]))
  await tx.insert(accounts).values(
    accountKeys.map((key) => {
      const { opening, ...plan } = demoAccounts[key]
      const moved = rows
        .filter((row) => row.account === key && row.status === 'posted')
        .reduce((sum, row) => sum + row.minor, 0n)
      return {
        ...plan,
        householdId: scope.householdId,
        id: ids.get(key) ?? newId(),
        ownerId: scope.userId,
        source: 'demo' as const,
        balanceMinor: opening + moved,
        balanceAsOf: scope.today,
        balanceSource: 'computed' as const,
        balanceUpdatedAt: scope.now,
      }
    }),
  )
  return ids
}

const insertRows = `
insert into transactions (household_id, id, account_id, date, minor, currency, payee, merchant_key, raw_description, status,
  category_id, category_source, category_confidence, source, fingerprint)
select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::date[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[],
  $10::text[], $11::uuid[], $12::text[], $13::smallint[], $14::text[], $15::uuid[]) as r`

async function insertTransactions(
  tx: Tx,
  scope: Scope,
  rows: readonly DemoRow[],
  ids: ReadonlyMap<AccountKey, string>,
): Promise<void> {
  const categorise = await loadCategoriser(tx, scope)
  const ordinal = ordinalCounter()
  const entries = rows.map((row) => {
    const { currency, type } = demoAccounts[row.account]
    const accountId = ids.get(row.account) ?? ''
    const payee = cleanPayee(row.text)
    const category = categorise({
      payee: payee.name,
      merchantKey: payee.key,
      rawDescription: row.text,
      minor: row.minor,
      currency,
      accountId,
      accountType: type,
      providerCategory: null,
    })
    const tuple = `${accountId} ${tupleOf(row.date, row.minor, currency, row.text)}`
    return { row, currency, accountId, payee, category, fingerprint: fingerprintOf(tuple, ordinal(tuple)) }
  })
  await bulk(tx, insertRows, [
    scope.householdId,
    entries.map(() => newId()),
    entries.map((entry) => entry.accountId),
    entries.map((entry) => entry.row.date),
    entries.map((entry) => String(entry.row.minor)),
    entries.map((entry) => entry.currency),
    entries.map((entry) => entry.payee.name),
    entries.map((entry) => entry.payee.key),
    entries.map((entry) => entry.row.text),
    entries.map((entry) => entry.row.status),
    entries.map((entry) => entry.category?.categoryId ?? null),
    entries.map((entry) => entry.category?.source ?? null),
    entries.map((entry) => entry.category?.confidence ?? null),
    entries.map(() => 'demo'),
    entries.map((entry) => entry.fingerprint),
  ])
}

const demoAccountIds = (tx: Tx): Promise<{ id: string }[]> =>
  tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.source, 'demo'))

/** Fills the household with one made-up year, marked as such; alerts fire on it as on real rows, without any mail. */
export const loadDemo = (scope: Scope): Promise<{ rows: number }> =>
  withScope(scope, async (tx) => {
    if ((await demoAccountIds(tx)).length > 0)
      throw new AppError('conflict', 'The sample data is there already.')
    const rows = demoYear(scope.today)
    const ids = await insertAccounts(tx, scope, rows)
    await insertTransactions(tx, scope, rows, ids)
    const from = rows[0]?.date ?? scope.today
    await pairTransfers(tx, scope, { from, to: scope.today })
    await evaluateAlerts(tx, scope, { accountIds: [...ids.values()] }, { mail: false })
    await recordAudit(
      tx,
      scope,
      'demo.loaded',
      { type: 'household', id: scope.householdId },
      { rows: rows.length },
    )
    return { rows: rows.length }
  })

/** Takes the made-up accounts away with everything that hangs on them; nothing else is touched. */
export const removeDemo = (scope: Scope): Promise<{ removed: number }> =>
  withScope(scope, async (tx) => {
    const ids = (await demoAccountIds(tx)).map((account) => account.id)
    if (ids.length === 0) return { removed: 0 }
    await tx.delete(alerts).where(inArray(alerts.accountId, ids))
    await tx.delete(accounts).where(inArray(accounts.id, ids))
    await tx.execute(
      sql`delete from merchants m where m.corrections = 0 and not exists (
        select from transactions t where t.household_id = m.household_id and t.merchant_key = m.key)`,
    )
    await recordAudit(tx, scope, 'demo.removed', { type: 'household', id: scope.householdId })
    return { removed: ids.length }
  })
