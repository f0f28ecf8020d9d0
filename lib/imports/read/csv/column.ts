import { isNegative } from './facts.ts'

/** The filled cells of one column. */
export type Column = { at: number; cells: string[]; rows: number }

/** Whether a column holds numbers below zero and above. */
export const bothSigns = ({ cells }: Column): boolean =>
  cells.some(isNegative) && cells.some((cell) => !isNegative(cell))
