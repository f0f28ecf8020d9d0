/** Two letters that stand for the bank, the first of words or capitals, drawn by us: no logo is fetched or copied. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean)
  const [first = '', second] = words
  const later = second ?? /(?<=\p{Ll})\p{Lu}/u.exec(first)?.[0]
  return (later ? first.slice(0, 1) + later.slice(0, 1) : first.slice(0, 2)).toUpperCase()
}
