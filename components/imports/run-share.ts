import type { ImportProgress } from '#lib/imports/types.ts'

/** How much of an import is done, 0 to 1: reading is the first quarter, storing most of the rest; it only moves forward. */
export function shareOf(progress: ImportProgress | null): number {
  if (!progress) return 0
  const { phase, done, total } = progress
  if (phase === 'reading')
    return total ? 0.25 * Math.min(1, done / total) : 0.25 * (1 - 1 / (1 + done / 20_000))
  const part = total ? Math.min(1, done / total) : 1
  if (phase === 'matching') return 0.25 + 0.1 * part
  return phase === 'writing' ? 0.35 + 0.6 * part : 0.97
}
