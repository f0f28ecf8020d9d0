import { setImmediate } from 'node:timers/promises'
import type { Tx } from '#db/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { assert } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { cleanPayee, type Payee } from '#lib/merchants/payee.ts'
import { closingBalance, type StatedBalance } from './closing-balance.ts'
import { coveredDays } from './covered-days.ts'
import { findCandidates, findIdentical, findOverlap, hasRows } from './find-stored.ts'
import { tupleOf } from './identity.ts'
import { type Days, type MatchedBy, matchRows } from './match.ts'
import type { Incoming, Known } from './matchable.ts'
import type { StatementFormat } from './read/types.ts'
import { type AccountRequest, type Resolved, resolveAccounts, type StoredAccount } from './resolve-account.ts'
import { type Doubt, notRejected, type Reviewed, tombstonesAmong } from './reviews.ts'
import type { AccountRows, Spool } from './spool.ts'
import type { ImportProgress } from './types.ts'

export type Match = { at: number; known: Known; by: MatchedBy; changes: boolean }

/** What importing would do to one account. Indexes point into `rows`. */
export type AccountPlan = {
  rows: AccountRows
  resolved: Resolved
  accountId: string
  fresh: number[]
  /** Fingerprints of new rows whose own one is taken by a twin. */
  reprinted: Map<number, string>
  /** Ids of stored rows that are the same in everything, by row. */
  identical: (string | null)[]
  matches: Match[]
  /** New rows that may be a stored one (`id`), unless a person said before that they are two. */
  resembling: Doubt[]
  /** Rows that were deleted here (`id` is the tombstone) and stay so unless somebody asks for them. */
  tombstones: Reviewed[]
  balance: StatedBalance | null
}

export type Plan = { source: string; accounts: AccountPlan[]; payeeOf: (raw: string) => Payee }

export const sourceOf = (format: StatementFormat): string => `file:${format}`

/** Cleans each payee once; a statement repeats few of them in many rows. */
function payeeCache(): (raw: string) => Payee {
  const seen = new Map<string, Payee>()
  return (raw) => {
    const known = seen.get(raw)
    if (known) return known
    const payee = cleanPayee(raw)
    if (seen.size < 20_000) seen.set(raw, payee)
    return payee
  }
}

export async function planImport(
  tx: Tx,
  scope: Scope,
  spool: Spool,
  stored: readonly StoredAccount[],
  request: AccountRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<Plan> {
  const source = sourceOf(spool.summary.format)
  const payeeOf = payeeCache()
  const resolved = resolveAccounts(
    spool.accounts.map((rows) => rows.read),
    stored,
    request,
    await overlapsOf(tx, scope, spool.accounts, stored, request),
  )
  const accounts: AccountPlan[] = []
  let before = 0
  for (const [at, rows] of spool.accounts.entries()) {
    const found = resolved[at]
    assert(found, 'every account of the file is resolved')
    const offset = before
    const progress = (done: number) =>
      onProgress({ phase: 'matching', done: offset + done, total: spool.rows })
    accounts.push(await planAccount(tx, scope, rows, found, source, payeeOf, progress))
    before += rows.fingerprint.length
  }
  return { source, accounts, payeeOf }
}

/** Only accounts without a number of their own need to be known by their rows. */
async function overlapsOf(
  tx: Tx,
  scope: Scope,
  accounts: readonly AccountRows[],
  stored: readonly StoredAccount[],
  request: AccountRequest,
): Promise<Map<string, string>> {
  const overlaps = new Map<string, string>()
  if (request.newAccount || request.accountId) return overlaps
  for (const rows of accounts) {
    if (rows.read.sourceAccountId !== null) continue
    const possible = stored.filter(
      (account) =>
        account.currency === rows.read.currency &&
        (rows.read.last4 === null || account.last4 === null || account.last4 === rows.read.last4),
    )
    const found = await findOverlap(
      tx,
      scope,
      possible.map((account) => account.id),
      rows,
    )
    if (found) overlaps.set(rows.read.key, found)
  }
  return overlaps
}

async function planAccount(
  tx: Tx,
  scope: Scope,
  rows: AccountRows,
  resolved: Resolved,
  source: string,
  payeeOf: (raw: string) => Payee,
  onRows: (done: number) => void,
): Promise<AccountPlan> {
  const accountId = resolved.stored?.id ?? newId()
  const all = rows.fingerprint.map((_, at) => at)
  const type = resolved.made?.type
  const plan: AccountPlan = {
    rows: type ? { ...rows, read: { ...rows.read, type } } : rows,
    resolved,
    accountId,
    fresh: all,
    reprinted: new Map(),
    identical: [],
    matches: [],
    resembling: [],
    tombstones: [],
    balance: closingBalance(rows),
  }
  if (!resolved.stored || all.length === 0 || !(await hasRows(tx, scope, accountId))) return plan
  plan.identical = await findIdentical(tx, scope, accountId, rows, source, onRows)
  plan.fresh = all.filter((at) => !plan.identical[at])
  await decideLeft(tx, scope, plan, source, payeeOf)
  plan.tombstones = await tombstonesAmong(tx, scope, plan)
  return plan
}

async function decideLeft(
  tx: Tx,
  scope: Scope,
  plan: AccountPlan,
  source: string,
  payeeOf: (raw: string) => Payee,
): Promise<void> {
  const left = plan.fresh
  if (left.length === 0) return
  const known = await findCandidates(tx, scope, plan.accountId, plan.rows, left, plan.identical)
  await setImmediate()
  const doubtful = doubtfulAmong(plan.rows, left, known)
  if (doubtful.length === 0) return
  decide(plan, doubtful, known, source, payeeOf, coveredDays(plan.rows, scope.today))
  plan.resembling = await notRejected(tx, scope, plan)
}

/** Rows that share an amount, an id or a fingerprint with a stored one, or come after a pending one: the others are new. */
function doubtfulAmong(rows: AccountRows, left: readonly number[], known: readonly Known[]): number[] {
  const amounts = new Set(known.map((row) => row.minor))
  const ids = new Set(known.flatMap((row) => [row.externalId, ...row.aliasIds.map((id) => id.split('|')[1])]))
  const prints = new Set(known.flatMap((row) => [row.fingerprint, ...row.aliasFingerprints]))
  const afterPending = new Set(
    known
      .filter((row) => row.status === 'pending' && !row.deleted)
      .flatMap((row) => [0, 1, 2, 3].map((days) => addDays(row.date, days))),
  )
  return left.filter((at) => {
    const [id, date] = [rows.externalId[at], rows.date[at]]
    return (
      amounts.has(rows.minor[at] ?? 0n) ||
      (id && ids.has(id)) ||
      prints.has(rows.fingerprint[at] ?? '') ||
      (date && afterPending.has(date))
    )
  })
}

function decide(
  plan: AccountPlan,
  doubtful: readonly number[],
  known: readonly Known[],
  source: string,
  payeeOf: (raw: string) => Payee,
  days: Days | null,
): void {
  const { rows } = plan
  const incoming = doubtful.map((at) => incomingAt(rows, at, payeeOf))
  const matched = new Set<number>()
  matchRows(incoming, known, source, days).forEach((decision, index) => {
    const at = doubtful[index]
    const row = incoming[index]
    if (at === undefined || !row) return
    if (decision.kind === 'match') {
      matched.add(at)
      plan.matches.push({ at, ...pick(decision), changes: changesRow(row, decision) })
      return
    }
    if (decision.fingerprint !== row.fingerprint) plan.reprinted.set(at, decision.fingerprint)
    if (decision.resembles) plan.resembling.push({ at, id: decision.resembles, kind: 'resembles' })
    if (decision.posts) plan.resembling.push({ at, id: decision.posts, kind: 'posts' })
  })
  plan.fresh = plan.fresh.filter((at) => !matched.has(at))
}

const pick = ({ known, by }: { known: Known; by: MatchedBy }) => ({ known, by })

/** Whether the file says something newer about the row: it posted, or its source words it differently. */
function changesRow(row: Incoming, { known, by }: { known: Known; by: MatchedBy }): boolean {
  if (known.deleted || row.status === 'pending') return false
  if (known.status === 'pending') return true
  if (by === 'id') return known.rawDescription !== row.rawDescription || known.minor !== row.minor
  return by === 'payee' && (known.rawDescription !== row.rawDescription || row.externalId !== null)
}

function incomingAt(rows: AccountRows, at: number, payeeOf: (raw: string) => Payee): Incoming {
  const date = rows.date[at]
  assert(date, 'the row exists')
  const minor = rows.minor[at] ?? 0n
  const rawDescription = rows.rawDescription[at] ?? ''
  return {
    date,
    minor,
    rawDescription,
    tuple: tupleOf(date, minor, rows.read.currency, rawDescription),
    ordinal: rows.ordinal[at] ?? 0,
    fingerprint: rows.fingerprint[at] ?? '',
    externalId: rows.externalId[at] ?? null,
    merchantKey: payeeOf(rows.payee[at] ?? '').key,
    status: rows.status[at] ?? 'posted',
  }
}
