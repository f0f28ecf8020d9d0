import { type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { fingerprintOf } from './identity.ts'
import type { Incoming, Known } from './matchable.ts'
import { postedLarger } from './posted-larger.ts'

export type MatchedBy = 'id' | 'fingerprint' | 'pending' | 'posted' | 'payee'

export type Decision =
  | { kind: 'new'; fingerprint: string; resembles: string | null; posts: string | null }
  | { kind: 'match'; known: Known; by: MatchedBy }

const idKey = (source: string, id: string) => `${source}|${id}`

function group<T>(items: Iterable<T>, keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key)
      if (list) list.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/** The days from the first to the last row of the file: what happened on them, the file would hold. */
export type Days = { from: CalendarDate; to: CalendarDate }

type State = {
  source: string
  days: Days | null
  incoming: readonly Incoming[]
  known: readonly Known[]
  decided: (Decision | undefined)[]
  free: Set<Known>
  taken: Set<string>
}

function claim(state: State, index: number, known: Known, by: MatchedBy): void {
  state.free.delete(known)
  state.decided[index] = { kind: 'match', known, by }
}

const fingerprintsOf = (known: Known): readonly string[] => [known.fingerprint, ...known.aliasFingerprints]
const idsOf = (known: Known): readonly string[] =>
  known.externalId === null ? known.aliasIds : [idKey(known.source, known.externalId), ...known.aliasIds]

function open(state: State): number[] {
  return state.incoming.flatMap((_, index) => (state.decided[index] ? [] : [index]))
}

/** Same source, same id, and the same day and amount: an id alone is reused by real banks for different rows. */
function byId(state: State): boolean {
  const byKey = group(state.known, idsOf)
  let agreed = state.known.some((known) => known.claimed && known.externalId !== null)
  const rounds: ((row: Incoming, known: Known) => boolean)[] = [
    (row, known) => known.minor === row.minor && fingerprintsOf(known).includes(row.fingerprint),
    (row, known) => known.minor === row.minor && known.date === row.date,
    (row, known) =>
      known.status === 'pending' && row.status === 'posted' && daysBetween(known.date, row.date) >= 0,
  ]
  for (const fits of rounds) {
    for (const index of open(state)) {
      const row = state.incoming[index]
      if (!row || row.externalId === null) continue
      const candidates = byKey.get(idKey(state.source, row.externalId)) ?? []
      const found = candidates.find((known) => state.free.has(known) && fits(row, known))
      if (!found) continue
      agreed = true
      claim(state, index, found, 'id')
    }
  }
  return agreed
}

/**
 * Same day, amount, currency and descriptor, counted: the first twin meets the first twin. Ids that differ make two rows
 * only once this batch has shown that the bank's ids stay the same between downloads.
 */
function byFingerprint(state: State, idsAreStable: boolean): void {
  const byPrint = group(state.known, fingerprintsOf)
  const days = new Set(state.known.map((known) => `${known.date}|${known.minor}`))
  for (const known of state.known) if (known.aliasFingerprints.length > 0) days.add('alias')
  const twins = group(open(state), (index) => [state.incoming[index]?.tuple ?? ''])
  for (const [tuple, indexes] of twins) {
    const first = state.incoming[indexes[0] ?? -1]
    if (!first || !(days.has(`${first.date}|${first.minor}`) || days.has('alias'))) continue
    const highest = Math.max(...indexes.map((index) => state.incoming[index]?.ordinal ?? 0))
    const stored: Known[] = []
    for (let ordinal = 0; ; ordinal++) {
      const found = byPrint.get(fingerprintOf(tuple, ordinal))
      if (!found && ordinal > highest + 3) break
      for (const known of found ?? [])
        if (state.free.has(known) && !stored.includes(known)) stored.push(known)
    }
    for (const index of indexes) {
      const row = state.incoming[index]
      const at = row
        ? stored.findIndex((known) => !(idsAreStable && idsDiffer(state.source, row, known)))
        : -1
      const known = stored[at]
      if (!known) continue
      stored.splice(at, 1)
      claim(state, index, known, 'fingerprint')
    }
  }
}

const idsDiffer = (source: string, row: Incoming, known: Known): boolean => {
  if (row.externalId === null || known.externalId === null || known.source !== source) return false
  return !idsOf(known).includes(idKey(source, row.externalId))
}

/** A pending row and the posted row it became, in whichever order the files arrive: exact amount, 0 to 8 days apart. */
function byPending(state: State): void {
  const sameSource = state.known.filter((known) => known.source === state.source)
  const byAmount = group(sameSource, (known) => [String(known.minor)])
  for (const merchantToo of [true, false]) {
    for (const index of open(state)) {
      const row = state.incoming[index]
      if (!row) continue
      const fits = (known: Known): boolean => {
        if (!state.free.has(known) || known.status === row.status) return false
        if (merchantToo && known.merchantKey !== row.merchantKey) return false
        const later = daysBetween(known.date, row.date) * (row.status === 'posted' ? 1 : -1)
        return later >= 0 && later <= 8
      }
      const candidates = (byAmount.get(String(row.minor)) ?? []).filter(fits)
      const newest = candidates.reduce<Known | undefined>(
        (best, known) => (best && best.date >= known.date ? best : known),
        undefined,
      )
      if (newest) claim(state, index, newest, row.status === 'posted' ? 'pending' : 'posted')
    }
  }
}

const within = (days: Days | null, date: CalendarDate): boolean =>
  days !== null && date >= days.from && date <= days.to

/** An id that only one row of the file and one stored row have: the bank moved that row to another day. */
function byMovedId(state: State): void {
  const stored = group(state.known, idsOf)
  const sent = group(state.incoming.keys(), (index) => {
    const id = state.incoming[index]?.externalId ?? null
    return id === null ? [] : [idKey(state.source, id)]
  })
  for (const [key, indexes] of sent) {
    const [index = -1] = indexes
    const row = state.incoming[index]
    const [known, ...others] = stored.get(key) ?? []
    if (!row || !known || indexes.length + others.length > 1 || state.decided[index]) continue
    const near = Math.abs(daysBetween(known.date, row.date)) <= 7
    if (near && known.minor === row.minor && state.free.has(known) && within(state.days, known.date))
      claim(state, index, known, 'id')
  }
}

const agreeing = 3

/**
 * Whether two sources date alike all that both hold: then a row that stands outside the days of the file is another
 * movement, and the same payee and amount a habit.
 */
function datesAgree(state: State, pairs: readonly Pair[]): boolean {
  const exact = state.incoming.filter((row, index) => {
    const decided = state.decided[index]
    return (
      decided?.kind === 'match' && decided.known.source !== state.source && decided.known.date === row.date
    )
  })
  const moved = pairs.some(({ known, distance }) => distance > 0 && within(state.days, known.date))
  return !moved && exact.length + pairs.filter(({ distance }) => distance === 0).length >= agreeing
}

type Pair = { index: number; known: Known; distance: number }

/** Another source's row: same amount and payee within 7 days, closest first, each side once. */
function byPayee(state: State): void {
  const others = state.known.filter((known) => known.source !== state.source && state.free.has(known))
  if (others.length === 0) return
  const byKey = group(others, (known) => [`${known.minor}|${known.merchantKey}`])
  const pairs: Pair[] = []
  for (const index of open(state)) {
    const row = state.incoming[index]
    if (!row || row.merchantKey === '') continue
    for (const known of byKey.get(`${row.minor}|${row.merchantKey}`) ?? []) {
      const distance = Math.abs(daysBetween(known.date, row.date))
      if (distance <= 7) pairs.push({ index, known, distance })
    }
  }
  pairs.sort((a, b) => a.distance - b.distance || a.index - b.index || (a.known.date < b.known.date ? -1 : 1))
  const rows = new Set<number>()
  const taken = new Set<Known>()
  const closest = pairs.filter(({ index, known }) => {
    if (rows.has(index) || taken.has(known)) return false
    rows.add(index)
    taken.add(known)
    return true
  })
  const alike = state.days !== null && datesAgree(state, closest)
  for (const { index, known } of closest)
    if (!alike || within(state.days, known.date)) claim(state, index, known, 'payee')
}

/**
 * What is left is new: it gets the first free ordinal, the id of a row of another source that it resembles, or of a pending
 * one that it may have become (`posts`).
 */
function settle(state: State): Decision[] {
  const free = [...state.free].filter((known) => known.source !== state.source && !known.deleted)
  const alike = group(free, (known) => [`${known.date}|${known.minor}`])
  const settled = state.incoming.map((row, index): Decision => {
    const decided = state.decided[index]
    if (decided) return decided
    let fingerprint = row.fingerprint
    for (let ordinal = 0; state.taken.has(fingerprint); ordinal++)
      fingerprint = fingerprintOf(row.tuple, ordinal)
    state.taken.add(fingerprint)
    return {
      kind: 'new',
      fingerprint,
      resembles: alike.get(`${row.date}|${row.minor}`)?.shift()?.id ?? null,
      posts: null,
    }
  })
  const asked = new Set(settled.map((decision) => (decision.kind === 'new' ? decision.resembles : null)))
  const posts = postedLarger(
    settled.map((decision, index) =>
      decision.kind === 'new' && !decision.resembles ? (state.incoming[index] ?? null) : null,
    ),
    [...state.free].filter((known) => !asked.has(known.id)),
  )
  return settled.map((decision, index) =>
    decision.kind === 'new' ? { ...decision, posts: posts.get(index) ?? null } : decision,
  )
}

/**
 * Decides for every row of a batch whether it is stored already. `known` must hold every stored row of the account that has
 * the amount of an incoming one within 8 days, is pending there, or answers to one of its ids or fingerprints. `days` are those
 * of the whole file, null where its silence about a day says nothing. Pure; one answer per row, in order.
 */
export function matchRows(
  incoming: readonly Incoming[],
  known: readonly Known[],
  source: string,
  days: Days | null = null,
): Decision[] {
  const state: State = {
    source,
    days,
    incoming,
    known,
    decided: new Array(incoming.length),
    free: new Set(known.filter((row) => !row.claimed)),
    taken: new Set(known.flatMap(fingerprintsOf)),
  }
  if (known.length > 0) {
    const idsAreStable = byId(state)
    byFingerprint(state, idsAreStable)
    byPending(state)
    byMovedId(state)
    byPayee(state)
  }
  return settle(state)
}
