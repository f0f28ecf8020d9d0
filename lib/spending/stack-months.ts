import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Period } from '#lib/core/period.ts'

export type Cell = { month: CalendarDate; categoryId: string; net: bigint }
export type Stack = {
  period: Period
  total: bigint
  /** In the order of the layers; the last one holds everything else. */
  parts: bigint[]
}

/** Stacks the largest groups of a year, month by month; `groupOf` names the group of a category. */
export function stackMonths(
  cells: readonly Cell[],
  months: readonly Period[],
  groupOf: (categoryId: string) => string,
  shown: number,
): { layers: string[]; stacks: Stack[] } {
  const totals = new Map<string, bigint>()
  for (const cell of cells) {
    const group = groupOf(cell.categoryId)
    totals.set(group, (totals.get(group) ?? 0n) + cell.net)
  }
  const layers = [...totals]
    .sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1))
    .slice(0, shown)
    .map(([group]) => group)
  const stacks = months.map((period) => {
    const parts = Array.from({ length: layers.length + 1 }, () => 0n)
    for (const cell of cells) {
      if (cell.month !== period.from) continue
      const layer = layers.indexOf(groupOf(cell.categoryId))
      const place = layer < 0 ? layers.length : layer
      parts[place] = (parts[place] ?? 0n) + cell.net
    }
    return { period, parts, total: parts.reduce((sum, part) => sum + part, 0n) }
  })
  return { layers, stacks }
}

/** Each layer keeps its category's hue; one that another layer above already has takes the next free one. */
export function hueOfLayers(hues: readonly (number | null)[]): (number | null)[] {
  const taken = new Set<number>()
  return hues.map((hue) => {
    const free = hue !== null && !taken.has(hue) ? hue : [1, 2, 3, 4, 5, 6].find((slot) => !taken.has(slot))
    if (free !== undefined) taken.add(free)
    return free ?? null
  })
}

/** The one in the middle; of an even number the lower of the two. Null of none. */
export function medianOf(values: readonly bigint[]): bigint | null {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted[(sorted.length - 1) >> 1] ?? null
}
