import { toDecimal } from '#lib/core/money.ts'
import type { ReadProblem } from '../types.ts'
import { amountOf, type Statement } from './statement.ts'

/** Counts an entry for `TxsSummry`; null is one that cannot be compared with it. */
export function tallyEntry(of: Statement, minor: bigint | null, booked: boolean): void {
  if (minor === null || of.tally === null) {
    of.tally = null
    return
  }
  const size = minor < 0n ? -minor : minor
  of.tally.count++
  of.tally.volume += size
  of.tally.net += minor
  if (!booked) return
  of.tally.booked++
  of.tally.bookedVolume += size
}

/**
 * What a statement says it holds, against what was read. Some banks count details or booked entries only, or sum with
 * signs: it is told only when neither the number nor the sum fits in any of these ways.
 */
export function countDiffers({ counted, tally, line }: Statement, currency: string): ReadProblem | null {
  const count = Number(counted.get('TtlNtries/NbOfNtries')?.[0] ?? Number.NaN)
  const sum = amountOf(counted.get('TtlNtries/Sum')?.[0] ?? '', currency)?.minor
  if (!tally || !Number.isInteger(count) || sum === undefined) return null
  const net = tally.net < 0n ? -tally.net : tally.net
  if (count === tally.count || count === tally.booked) return null
  if ([tally.volume, tally.bookedVolume, net].includes(sum < 0n ? -sum : sum)) return null
  const values = {
    count,
    expected: toDecimal({ minor: sum, currency }),
    found: toDecimal({ minor: tally.volume, currency }),
  }
  return {
    line,
    severity: 'warning',
    code: 'total_differs',
    message: `The file counts ${values.count} rows of ${values.expected} together, but the rows that were read make ${values.found}.`,
    values,
  }
}
