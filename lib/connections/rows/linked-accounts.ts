import { and, eq, sql } from 'drizzle-orm'
import { accounts, balances } from '#db/schema/accounts.ts'
import { connectionAccounts, type connections } from '#db/schema/connections.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { ReadAccount } from '#lib/imports/read/types.ts'
import type { ProviderAccount } from '../providers/port.ts'
import type { Target } from './write-decided.ts'

export type LinkedAccount = { provider: ProviderAccount; target: Target; included: boolean }

type Link = typeof connectionAccounts.$inferSelect
type Login = { id: string; provider: string; institutionName: string }

export const readAccountOf = (account: ProviderAccount, institution: string): ReadAccount => ({
  key: account.id,
  sourceAccountId: null,
  bankId: null,
  last4: account.last4,
  name: account.name,
  institution,
  type: account.type,
  currency: account.currency,
  ledger: null,
  available: null,
})

/** Finds or makes the account of each that a provider shows, and notes what it says of it. */
export async function linkAccounts(
  tx: Tx,
  scope: Scope,
  login: Login,
  shown: readonly ProviderAccount[],
): Promise<LinkedAccount[]> {
  const links = await tx
    .select()
    .from(connectionAccounts)
    .where(
      and(
        eq(connectionAccounts.householdId, scope.householdId),
        eq(connectionAccounts.connectionId, login.id),
      ),
    )
  const linked: LinkedAccount[] = []
  for (const account of shown) {
    const institution = account.institution ?? login.institutionName
    const known = links.find((link) => link.providerAccountId === account.id)
    const included = known?.included ?? !(await isFedByTwin(tx, scope, login, account.id))
    const found =
      known?.accountId ?? (included ? await findAccount(tx, scope, login, account, institution) : null)
    const accountId = found ?? newId()
    if (!found && included) await makeAccount(tx, scope, login, account, institution, accountId)
    if (!known && found) await adopt(tx, scope, login, found)
    await noteLink(
      tx,
      scope,
      login,
      account,
      institution,
      { accountId: included ? accountId : (known?.accountId ?? null), included },
      known,
    )
    const target = { accountId, read: readAccountOf(account, institution), isEmpty: !found }
    linked.push({ provider: account, target, included })
  }
  return linked
}

/**
 * Whether another living login already brings this account: then it is left out here, until a person wants it. Logins that a
 * provider tells apart by a key of their own are others, even where their accounts have the same names.
 */
async function isFedByTwin(tx: Tx, scope: Scope, login: Login, providerAccountId: string): Promise<boolean> {
  const rows = await bulk(
    tx,
    `select from connection_accounts l
     join connections c on c.household_id = l.household_id and c.id = l.connection_id
     join connections me on me.household_id = $1 and me.id = $2
     where l.household_id = $1 and l.provider_account_id = $3 and l.included and c.id <> me.id
       and c.provider = me.provider and c.state <> 'disconnected' and c.item_key is null and me.item_key is null limit 1`,
    [scope.householdId, login.id, providerAccountId],
  )
  return rows.length > 0
}

/** An account that this login, or a former one at the same provider, already was; else one a file made with the same number. */
async function findAccount(
  tx: Tx,
  scope: Scope,
  login: Login,
  account: ProviderAccount,
  institution: string,
): Promise<string | null> {
  const rows = await bulk<{ id: string }>(
    tx,
    `select a.id from accounts a
     where a.household_id = $1 and a.currency = $2
       and not exists (
         select from connections c where c.household_id = $1 and c.id = a.connection_id and c.state <> 'disconnected')
       and (exists (
           select from connection_accounts l join connections c on c.household_id = $1 and c.id = l.connection_id
           where l.household_id = $1 and l.account_id = a.id and l.provider_account_id = $3 and c.provider = $4)
         or ($5::text is not null and a.last4 = $5 and a.type = $6 and lower(a.institution) = lower($7) and a.source = 'file'))
     order by a.id limit 2`,
    [
      scope.householdId,
      account.currency,
      account.id,
      login.provider,
      account.last4,
      account.type,
      institution,
    ],
  )
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

const makeAccount = (
  tx: Tx,
  scope: Scope,
  login: Login,
  account: ProviderAccount,
  institution: string,
  id: string,
) =>
  tx.insert(accounts).values({
    householdId: scope.householdId,
    id,
    ownerId: scope.userId,
    name: account.name || institution,
    institution,
    type: account.type,
    currency: account.currency,
    last4: account.last4,
    source: 'provider',
    connectionId: login.id,
  })

const adopt = (tx: Tx, scope: Scope, login: Login, id: string) =>
  tx
    .update(accounts)
    .set({ connectionId: login.id })
    .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id)))

async function noteLink(
  tx: Tx,
  scope: Scope,
  login: Login,
  account: ProviderAccount,
  institution: string,
  { accountId, included }: Pick<Link, 'accountId' | 'included'>,
  known: Link | undefined,
): Promise<void> {
  const said = {
    accountId,
    name: account.name,
    institution,
    balanceMinor: account.balance?.minor ?? null,
    balanceAsOf: account.balance?.asOf ?? null,
    lastSeenAt: scope.now,
  }
  const own = {
    householdId: scope.householdId,
    connectionId: login.id,
    providerAccountId: account.id,
  }
  if (!known)
    await tx.insert(connectionAccounts).values({
      ...own,
      ...said,
      included,
      type: account.type,
      currency: account.currency,
      last4: account.last4,
    })
  else
    await tx
      .update(connectionAccounts)
      .set(said)
      .where(
        and(
          eq(connectionAccounts.householdId, own.householdId),
          eq(connectionAccounts.connectionId, own.connectionId),
          eq(connectionAccounts.providerAccountId, own.providerAccountId),
        ),
      )
}

/** Takes over the balance the provider states, unless a newer one is known. */
export async function writeProviderBalance(tx: Tx, scope: Scope, linked: LinkedAccount): Promise<void> {
  const { balance } = linked.provider
  const { accountId } = linked.target
  if (!balance) return
  const stated = { minor: balance.minor, availableMinor: balance.available }
  await tx
    .insert(balances)
    .values({ householdId: scope.householdId, accountId, day: balance.asOf, source: 'provider', ...stated })
    .onConflictDoUpdate({
      target: [balances.householdId, balances.accountId, balances.day, balances.source],
      set: stated,
    })
  await tx
    .update(accounts)
    .set({
      balanceMinor: balance.minor,
      availableMinor: balance.available,
      balanceAsOf: balance.asOf,
      balanceSource: 'provider',
      balanceUpdatedAt: scope.now,
    })
    .where(
      and(
        eq(accounts.householdId, scope.householdId),
        eq(accounts.id, accountId),
        sql`(${accounts.balanceAsOf} is null or ${accounts.balanceAsOf} <= ${balance.asOf})`,
      ),
    )
}

/** Leaves the rows and accounts of a login to their owner: they are nobody's feed any more. */
export const releaseAccounts = (tx: Tx, scope: Scope, connectionId: string) =>
  tx
    .update(accounts)
    .set({ connectionId: null })
    .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.connectionId, connectionId)))

export const loginOf = (row: typeof connections.$inferSelect): Login => ({
  id: row.id,
  provider: row.provider,
  institutionName: row.institutionName,
})
