const wide = /\s{2,}|[\t\n\u00a0]/

/** Trims, and makes every run of white space one blank. */
export const collapse = (text: string): string => {
  const trimmed = text.trim()
  return wide.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

/** A header for comparing: no case, accents, quotes, marks or unit in brackets. */
export const foldHeader = (text: string): string =>
  text
    .replace(/\(.*?\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/["'*:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The last four letters or digits of an account id; null when there are fewer. */
export function lastFour(id: string | null): string | null {
  const plain = (id ?? '').replace(/[^0-9A-Za-z]/g, '')
  return plain.length >= 4 ? plain.slice(-4) : null
}
