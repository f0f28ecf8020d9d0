import { addDays, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { matchRows } from '#lib/imports/match.ts'
import type { IncomingRow } from './incoming-rows.ts'
import type { Stored } from './stored-rows.ts'

/** What the pull says about one account besides its rows. */
export type Said = {
  source: string
  /** A window lists all rows of its days; null for a delta, or when the answer may have gaps. */
  listed: { from: CalendarDate; to: CalendarDate } | null
  removed: ReadonlySet<string>
  delta: boolean
  removalsAllowed: boolean
  /** Posted rows of this login in the whole account, where the loaded ones are only those that were named. */
  posted?: number
}

export type Update = {
  stored: Stored
  row: IncomingRow
  date: CalendarDate
  revive: boolean
  keepName: boolean
}
export type Alias = { source: string; key: string; id: string }

export type Decided = {
  fresh: { row: IncomingRow; fingerprint: string }[]
  updates: Update[]
  aliases: Alias[]
  withdrawn: Stored[]
  /** The provider takes back so much at once that it is not believed. */
  held: boolean
}

/** Days at the old end of a range in which a row may be missing because its day differs a little from the one stored. */
const margin = 10

const alive = (stored: Stored): boolean => !stored.deleted
const isOurs = (stored: Stored, source: string): boolean => stored.source === source
const hasAlias = (stored: Stored, source: string): boolean =>
  stored.aliasIds.some((id) => id.startsWith(`${source}|`))

/** Another source, a file, vouches for the row too: a provider alone cannot take it back. */
const isVouchedFor = (stored: Stored, source: string): boolean =>
  stored.source !== source || stored.aliasIds.some((id) => !id.startsWith(`${source}|`))

function byProviderId(stored: readonly Stored[], source: string): Map<string, Stored> {
  const found = new Map<string, Stored>()
  for (const row of stored) {
    for (const id of row.aliasIds)
      if (id.startsWith(`${source}|`) && !found.has(id.slice(source.length + 1)))
        found.set(id.slice(source.length + 1), row)
  }
  for (const row of stored)
    if (row.source === source && row.externalId !== null) found.set(row.externalId, row)
  return found
}

/**
 * Decides what a pull does to one account. A provider's id is the row; a row it no longer lists may have come back under
 * another id (posted, or amended); what then is left of the missing ones is withdrawn. Pure.
 */
export function decide(incoming: readonly IncomingRow[], stored: readonly Stored[], said: Said): Decided {
  const decided: Decided = { fresh: [], updates: [], aliases: [], withdrawn: [], held: false }
  const byId = byProviderId(stored, said.source)
  const claimed = new Set<Stored>()
  const left: IncomingRow[] = []
  const claim = (row: IncomingRow, known: Stored, keepName = false): void => {
    claimed.add(known)
    settle(decided, row, known, said.source, keepName)
  }
  const waiting = incoming.filter((row) => {
    const known = byId.get(row.id)
    if (!known || claimed.has(known)) return true
    claim(row, known)
    return false
  })
  for (const row of waiting) {
    const known = row.row.pendingId ? byId.get(row.row.pendingId) : undefined
    if (known && !claimed.has(known)) claim(row, known)
    else left.push(row)
  }
  const missing = missingRows(stored, claimed, byId, said)
  const open = matchLeft(left, stored, claimed, missing, said, claim)
  for (const { row, known } of successors(
    open.map(({ row }) => row),
    missing.filter((known) => !claimed.has(known)),
  ))
    claim(row, known)
  decided.fresh = open.filter(({ row }) => !decided.updates.some((update) => update.row === row))
  withdraw(decided, missing, claimed, stored, said)
  return decided
}

function settle(decided: Decided, row: IncomingRow, known: Stored, source: string, keepName: boolean): void {
  const ours = isOurs(known, source)
  if (!ours || known.externalId !== row.id) {
    const key = ours ? known.externalId : row.id
    if (key !== null && !known.aliasIds.includes(`${source}|${key}`))
      decided.aliases.push({ source, key, id: known.id })
  }
  if (known.deleted && !known.withdrawn) {
    if (ours && known.externalId !== row.id) decided.aliases.push({ source, key: row.id, id: known.id })
    return
  }
  const wasPending = known.status === 'pending'
  const date = row.amended && !wasPending ? row.date : known.date
  const changes =
    known.withdrawn ||
    known.minor !== row.minor ||
    known.status !== row.status ||
    known.date !== date ||
    (ours &&
      (known.externalId !== row.id ||
        known.rawDescription !== row.rawDescription ||
        (row.row.memo !== null && known.memo !== row.row.memo)))
  const staysPosted = !ours && known.status === 'posted' && row.status === 'pending'
  if (!changes || staysPosted) return
  if (known.fingerprint !== row.fingerprint && !known.aliasFingerprints.includes(row.fingerprint))
    decided.aliases.push({ source: 'fingerprint', key: row.fingerprint, id: known.id })
  decided.updates.push({
    stored: known,
    row,
    date,
    revive: known.withdrawn,
    keepName: keepName || known.edited,
  })
}

function missingRows(
  stored: readonly Stored[],
  claimed: ReadonlySet<Stored>,
  byId: ReadonlyMap<string, Stored>,
  said: Said,
): Stored[] {
  const named = new Set([...said.removed].flatMap((id) => byId.get(id) ?? []))
  return stored.filter((row) => {
    if (claimed.has(row) || !alive(row)) return false
    if (named.has(row)) return true
    if (!said.listed || !isOurs(row, said.source)) return false
    return (
      row.status === 'pending' ||
      (row.date >= addDays(said.listed.from, margin) && row.date <= said.listed.to)
    )
  })
}

/** Rows with unknown ids: the same movement under another id, or one that a file brought before. */
function matchLeft(
  left: readonly IncomingRow[],
  stored: readonly Stored[],
  claimed: ReadonlySet<Stored>,
  missing: readonly Stored[],
  said: Said,
  claim: (row: IncomingRow, known: Stored, keepName?: boolean) => void,
): Decided['fresh'] {
  const gone = new Set(missing)
  const isFree = (row: Stored): boolean => {
    if (claimed.has(row)) return false
    if (isOurs(row, said.source)) return gone.has(row) || row.withdrawn || row.deleted
    return !(said.delta && hasAlias(row, said.source)) || gone.has(row)
  }
  const originals = new Map(stored.map((row) => [row.id, row]))
  const known = stored.map((row) => ({
    ...row,
    externalId: isOurs(row, said.source) ? null : row.externalId,
    claimed: !isFree(row),
  }))
  const open: Decided['fresh'] = []
  matchRows(left, known, said.source).forEach((decision, at) => {
    const row = left[at]
    if (!row) return
    const original = decision.kind === 'match' ? originals.get(decision.known.id) : undefined
    if (original) claim(row, original, decision.kind === 'match' && decision.by === 'payee')
    else if (decision.kind === 'new') open.push({ row, fingerprint: decision.fingerprint })
  })
  return open
}

const sameSign = (a: bigint, b: bigint): boolean => a < 0n === b < 0n
const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/**
 * A pending row that is missing, and a new one of the same payee up to 30 % larger within 3 days, when each is the other's
 * only candidate: it left under one id and came under another (a tip). With both still listed this would be a guess.
 */
function successors(
  rows: readonly IncomingRow[],
  missing: readonly Stored[],
): { row: IncomingRow; known: Stored }[] {
  const fits = (row: IncomingRow, known: Stored): boolean => {
    const later = daysBetween(known.date, row.date)
    return (
      known.status === 'pending' &&
      known.merchantKey !== '' &&
      known.merchantKey === row.merchantKey &&
      sameSign(known.minor, row.minor) &&
      size(row.minor) >= size(known.minor) &&
      size(row.minor) * 100n <= size(known.minor) * 130n &&
      later >= 0 &&
      later <= 3
    )
  }
  return rows.flatMap((row) => {
    const [known, ...others] = missing.filter((candidate) => fits(row, candidate))
    if (!known || others.length > 0) return []
    return rows.filter((other) => fits(other, known)).length === 1 ? [{ row, known }] : []
  })
}

function withdraw(
  decided: Decided,
  missing: readonly Stored[],
  claimed: ReadonlySet<Stored>,
  stored: readonly Stored[],
  said: Said,
): void {
  const gone = missing.filter((row) => !claimed.has(row) && !isVouchedFor(row, said.source))
  const posted = gone.filter((row) => row.status === 'posted')
  const all = stored.filter((row) => isOurs(row, said.source) && row.status === 'posted' && alive(row))
  decided.held =
    !said.removalsAllowed && posted.length >= 5 && posted.length * 2 > (said.posted ?? all.length)
  decided.withdrawn = decided.held ? [] : gone
}
