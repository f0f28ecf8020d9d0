const wide = /\s{2,}|[^\S ]/

/** Trims, and makes every run of white space one blank. */
export const collapse = (text: string): string => {
  const trimmed = text.trim()
  return wide.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

const longest = 2000

/** At most 2 000 characters: what is longer is no description but an attack or an accident. */
export const clip = (text: string): string => (text.length > longest ? text.slice(0, longest) : text)

/** Letters that no accent can be taken off. */
const letters: Record<string, string> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' }
const plain = (letter: string): string => letters[letter] ?? letter

/** A header for comparing: no case, accents, quotes, marks or unit in brackets. */
export const foldHeader = (text: string): string =>
  text
    .slice(0, 120)
    .replace(/^\s*#+|\(.*?\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đøłßæœ]/g, plain)
    .replace(/["'*:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The last four letters or digits of an account id; null when there are fewer. */
export function lastFour(id: string | null): string | null {
  const plain = (id ?? '').replace(/[^0-9A-Za-z]/g, '')
  return plain.length >= 4 ? plain.slice(-4) : null
}
