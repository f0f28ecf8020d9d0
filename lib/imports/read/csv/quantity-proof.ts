import { foldHeader } from '../text.ts'
import { isNegative } from './facts.ts'

const quantities =
  /^(?:quantity|qty|shares|units|stuck|anzahl|quantite|cantidad|quantita|aantal|antal|ilosc)$/

const isNumber = (cell: string): boolean => /[1-9]/.test(cell) && !/\p{L}/u.test(cell)

/**
 * What a column of quantities proves about a printed amount: what is bought costs, so a purchase beside a positive amount
 * means that charges are positive (−1). Null when there is no such column, when its rows contradict each other, and when all of it is positive.
 */
export function proveByQuantity(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  amount: number,
): 1 | -1 | null {
  const at = headers.findIndex((header) => quantities.test(foldHeader(header)))
  if (at === -1 || amount === -1) return null
  const pairs = rows.slice(0, 300).flatMap((row) => {
    const [moved, printed] = [row[at]?.trim() ?? '', row[amount]?.trim() ?? '']
    return isNumber(moved) && /[1-9]/.test(printed)
      ? [{ sold: isNegative(moved), same: isNegative(moved) === isNegative(printed) }]
      : []
  })
  if (pairs.length === 0) return null
  // Goods bought and goods sold look alike where everything is positive.
  if (pairs.every(({ same }) => same)) return pairs.some(({ sold }) => sold) ? -1 : null
  return pairs.some(({ same }) => same) ? null : 1
}
