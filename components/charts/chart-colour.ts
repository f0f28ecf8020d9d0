/** The colour of a category: slots 1–6 are its own for good, anything else is "other". */
export const chartColour = (slot: number | null | undefined): string =>
  slot && slot >= 1 && slot <= 6 ? `var(--chart-${slot})` : 'var(--chart-other)'
