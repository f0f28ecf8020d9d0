/** Whether a text can be kept: no store takes the character U+0000 or half of a character that needs two units. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** A value as JSON that the store takes: bigints as decimal text, texts without what cannot be kept. */
export const storableJson = (value: unknown): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(value, (_, inner) => {
      if (typeof inner === 'bigint') return String(inner)
      return typeof inner === 'string' ? inner.replaceAll('\u0000', '').toWellFormed() : inner
    }),
  )

/** The path of the first text in a value that cannot be kept, keys included; null when all of it can. */
export function unstorableAt(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path.join('.')
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path.join('.')
    const found = unstorableAt(inner, [...path, key])
    if (found !== null) return found
  }
  return null
}
