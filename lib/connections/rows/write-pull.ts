import { and, eq, isNull } from 'drizzle-orm'
import { transactions } from '#db/schema/transactions.ts'
import type { Tx } from '#db/scope.ts'
import { type CalendarDate, maxDate, minDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { cleanPayee, type Payee } from '#lib/merchants/payee.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import { pairTransfers } from '#lib/transactions/match-transfers.ts'
import { takeTurn } from '#lib/users/take-turn.ts'
import type { Provider, Pull } from '../providers/port.ts'
import { decide } from './decide.ts'
import { type IncomingRow, incomingRows, spanOf } from './incoming-rows.ts'
import { type LinkedAccount, linkAccounts, writeProviderBalance } from './linked-accounts.ts'
import { loadStored } from './stored-rows.ts'
import { writeDecided } from './write-decided.ts'

/** What a sync wrote, for what must happen in the same transaction (alerts). New rows carry `importId`. */
export type SyncWritten = {
  importId: string
  accountIds: string[]
  new: number
  from: CalendarDate | null
  to: CalendarDate | null
}

export type PullOutcome = {
  added: number
  modified: number
  removed: number
  held: boolean
  written: SyncWritten
}

type Login = { id: string; provider: string; institutionName: string; removalsAllowed: boolean }

/** A login's rows say where they came from by this; another login's ids mean other rows. */
export const sourceOfLogin = (login: { id: string; provider: string }): string =>
  `${login.provider}:${login.id}`

function payeeCache(): (raw: string) => Payee {
  const seen = new Map<string, Payee>()
  return (raw) => {
    const known = seen.get(raw) ?? cleanPayee(raw)
    seen.set(raw, known)
    return known
  }
}

/** Writes a whole pull inside the caller's transaction. Imports and syncs of a household take turns from here on. */
export async function writePull(
  tx: Tx,
  scope: Scope,
  login: Login,
  provider: Provider,
  pull: Pull,
  runId: string,
): Promise<PullOutcome> {
  await takeTurn(tx, scope)
  const payeeOf = payeeCache()
  const context = {
    importId: runId,
    source: sourceOfLogin(login),
    payeeOf,
    categorise: await loadCategoriser(tx, scope),
  }
  const outcome: PullOutcome = {
    added: 0,
    modified: 0,
    removed: 0,
    held: false,
    written: { importId: runId, accountIds: [], new: 0, from: null, to: null },
  }
  const amounts = new Set<bigint>()
  const linked = await linkAccounts(tx, scope, login, pull.accounts)
  for (const account of linked.filter(({ included }) => included)) {
    const own = <T extends { accountId: string | null }>(items: readonly T[]) =>
      items.filter((item) => item.accountId === account.provider.id)
    const rows = incomingRows(own(pull.added), own(pull.modified), account.provider.currency, payeeOf)
    const removed = pull.removed.filter(
      ({ accountId }) => accountId === null || accountId === account.provider.id,
    )
    const said = {
      source: context.source,
      listed: own(pull.listed)[0] ?? null,
      removed: new Set(removed.map(({ id }) => id)),
      delta: provider.capabilities.listing === 'delta',
      removalsAllowed: login.removalsAllowed,
    }
    const stored = await storedOf(tx, scope, account, rows, said)
    const decided = decide(
      rows,
      stored,
      said.delta ? { ...said, posted: await postedOf(tx, scope, account.target.accountId, said) } : said,
    )
    await writeDecided(tx, scope, account.target, decided, context)
    await writeProviderBalance(tx, scope, account)
    outcome.added += decided.fresh.length
    outcome.modified += decided.updates.length
    outcome.removed += decided.withdrawn.length
    outcome.held ||= decided.held
    const written = [...decided.fresh, ...decided.updates].map(({ row }) => row)
    note(outcome.written, account, written)
    for (const { minor } of written) amounts.add(minor)
  }
  const { from, to } = outcome.written
  outcome.written.new = outcome.added
  if (from && to) await pairTransfers(tx, scope, { from, to, amounts })
  return outcome
}

/** A provider that names what is gone loads only that: whether it is much is a question to the whole account. */
async function postedOf(
  tx: Tx,
  scope: Scope,
  accountId: string,
  said: { source: string; removed: ReadonlySet<string> },
): Promise<number> {
  if (said.removed.size === 0) return 0
  const own = and(eq(transactions.householdId, scope.householdId), eq(transactions.accountId, accountId))
  return tx.$count(
    transactions,
    and(
      own,
      eq(transactions.source, said.source),
      eq(transactions.status, 'posted'),
      isNull(transactions.deletedAt),
    ),
  )
}

function note(written: SyncWritten, account: LinkedAccount, rows: readonly IncomingRow[]): void {
  written.accountIds.push(account.target.accountId)
  for (const { date } of rows) {
    written.from = written.from ? minDate(written.from, date) : date
    written.to = written.to ? maxDate(written.to, date) : date
  }
}

async function storedOf(
  tx: Tx,
  scope: Scope,
  account: LinkedAccount,
  rows: readonly IncomingRow[],
  said: {
    source: string
    listed: { from: CalendarDate; to: CalendarDate } | null
    removed: ReadonlySet<string>
  },
) {
  if (account.target.isEmpty) return []
  const span = spanOf(rows)
  const from = [span?.from, said.listed?.from].flatMap((day) => day ?? []).toSorted()[0] ?? scope.today
  const to =
    [span?.to, said.listed?.to]
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? scope.today
  return loadStored(tx, scope, account.target.accountId, said.source, {
    ids: new Set([
      ...rows.flatMap(({ id, row }) => [id, ...(row.pendingId ? [row.pendingId] : [])]),
      ...said.removed,
    ]),
    prints: new Set(rows.map(({ fingerprint }) => fingerprint)),
    amounts: new Set(rows.map(({ minor }) => minor)),
    from,
    to,
  })
}
