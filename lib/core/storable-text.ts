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
export function unstorableAt(value: unknown): string | null {
  // No recursion: whoever sends the value chooses how deep it is.
  const open: Place[] = [{ value, key: '', parent: null }]
  for (let place = open.pop(); place; place = open.pop()) {
    if (typeof place.value === 'string' && !isStorable(place.value)) return pathOf(place)
    if (typeof place.value !== 'object' || place.value === null) continue
    const entries = Object.entries(place.value)
    if (entries.some(([key]) => !isStorable(key))) return pathOf(place)
    for (const [key, inner] of entries.reverse()) open.push({ value: inner, key, parent: place })
  }
  return null
}

type Place = { value: unknown; key: string; parent: Place | null }

function pathOf(place: Place): string {
  const keys: string[] = []
  for (let at = place; at.parent; at = at.parent) keys.push(at.key)
  return keys.reverse().slice(0, 20).join('.')
}
