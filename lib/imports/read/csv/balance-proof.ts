import { readAmount } from '../amount.ts'
import { readDay, takeApart } from '../day.ts'

/** Reads one printed number of a column; null when it is blank or none. */
export type ReadMoney = (cells: readonly string[]) => bigint | null

/** What a running balance proves: how the amounts move it, and which way the rows are sorted. */
export type BalanceProof = { sign: 1 | -1; newestFirst: boolean; matched: number }

/** Decimals enough for every currency: only sums and differences are looked at. */
const exponent = 4

/** A reader of one column under one decimal mark. */
export const moneyAt =
  (at: number, decimal: '.' | ','): ReadMoney =>
  (cells) =>
    readAmount(cells[at] ?? '', decimal, exponent)?.minor ?? null

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/** Credit less debit, whatever sign the columns print. */
export const sidedMoney =
  (debit: number, credit: number, decimal: '.' | ','): ReadMoney =>
  (cells) => {
    const out = moneyAt(debit, decimal)(cells)
    const into = moneyAt(credit, decimal)(cells)
    return out === null && into === null ? null : size(into ?? 0n) - size(out ?? 0n)
  }

type Step = { before: bigint; earlier: bigint; after: bigint; later: bigint }

/** Neighbouring rows of one account: both balances, both amounts. */
function stepsOf(
  rows: readonly (readonly string[])[],
  money: ReadMoney,
  balance: ReadMoney,
  group: (cells: readonly string[]) => string,
): Step[] {
  const last = new Map<string, { balance: bigint; money: bigint }>()
  const steps: Step[] = []
  for (const cells of rows) {
    const after = balance(cells)
    const moved = money(cells)
    if (after === null || moved === null) continue
    const key = group(cells)
    const previous = last.get(key)
    last.set(key, { balance: after, money: moved })
    if (previous && (moved !== 0n || previous.money !== 0n))
      steps.push({ before: previous.balance, earlier: previous.money, after, later: moved })
  }
  return steps
}

/** Whether the days run the other way than a proof says, in either order of day and month. */
function runAgainst(rows: readonly (readonly string[])[], date: number, newestFirst: boolean): boolean {
  const written = rows.map((cells) => cells[date]?.trim() ?? '').filter((cell) => takeApart(cell) !== null)
  const readings = (['dmy', 'mdy'] as const)
    .map((order) => written.flatMap((cell) => readDay(cell, order) ?? []))
    .filter((days) => days.length === written.length)
  const opposite = (days: readonly string[]): boolean => {
    const sorted = newestFirst ? days.toSorted() : days.toSorted().toReversed()
    return new Set(days).size > 1 && days.every((day, at) => day === sorted[at])
  }
  return readings.length > 0 && readings.every(opposite)
}

/**
 * Checks the running balance against the amounts of the first rows, in both directions. Null when it proves nothing:
 * too few rows that fit, or rows that fit both signs.
 */
export function proveByBalance(
  rows: readonly (readonly string[])[],
  money: ReadMoney,
  balance: ReadMoney,
  group: (cells: readonly string[]) => string = () => '',
  date = -1,
): BalanceProof | null {
  const steps = stepsOf(rows, money, balance, group)
  if (steps.length === 0) return null
  const count = (fits: (step: Step) => boolean): number => steps.filter(fits).length
  const found = [
    { sign: 1, newestFirst: false, matched: count((s) => s.after === s.before + s.later) },
    { sign: -1, newestFirst: false, matched: count((s) => s.after === s.before - s.later) },
    { sign: 1, newestFirst: true, matched: count((s) => s.before === s.after + s.earlier) },
    { sign: -1, newestFirst: true, matched: count((s) => s.before === s.after - s.earlier) },
  ] as const satisfies readonly BalanceProof[]
  const best = found.reduce((a, b) => (b.matched > a.matched ? b : a))
  const rival = Math.max(...found.filter((one) => one.sign !== best.sign).map((one) => one.matched))
  // The balance before each row looks like that after it with the signs turned round: only the days tell them apart.
  if (best.sign === -1 && runAgainst(rows, date, best.newestFirst)) return null
  if (best.matched * 2 < steps.length || best.matched === 0 || rival * 2 > best.matched) return null
  return best
}
