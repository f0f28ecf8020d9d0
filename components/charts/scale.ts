/** Round steps for an axis: at most `most` intervals that cover `low` to `high`, zero always on a step. */
export function axisTicks(low: number, high: number, most: number): number[] {
  const span = high - low
  if (!(span > 0)) return [low, low + 1]
  const power = 10 ** Math.floor(Math.log10(span / most))
  const factor = [1, 2, 2.5, 4, 5, 10].find((round) => span / (round * power) <= most) ?? 10
  const step = factor * power
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** Every n-th index of a list so that at most `most` labels stand side by side, the last one included. */
export function spacedIndexes(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / most))
  return Array.from({ length }, (_, index) => index).filter((index) => (length - 1 - index) % step === 0)
}
