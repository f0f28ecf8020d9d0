import type { BalancePoint } from './rules/rule.ts'

/** The balance after each day's movement; the anchor's own day is always a point. */
export function balancePoints(anchor: BalancePoint, moves: readonly BalancePoint[]): BalancePoint[] {
  const points = [...moves]
  if (!moves.some((move) => move.day === anchor.day)) {
    const after = moves.findIndex((move) => move.day > anchor.day)
    points.splice(after < 0 ? points.length : after, 0, { day: anchor.day, minor: 0n })
  }
  const upToAnchor = points
    .filter(({ day }) => day <= anchor.day)
    .reduce((total, { minor }) => total + minor, 0n)
  let balance = anchor.minor - upToAnchor
  return points.map(({ day, minor }) => {
    balance += minor
    return { day, minor: balance }
  })
}
