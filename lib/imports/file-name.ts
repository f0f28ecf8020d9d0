const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const longest = 200

/** The first `length` characters, none of them cut in half. */
export const firstCharacters = (text: string, length: number): string => [...text].slice(0, length).join('')

/**
 * A file's name as it is kept and shown: no path, no control characters, no marks that turn the order of letters around, at
 * most 200 characters. Empty when nothing is left.
 */
export const keptFileName = (name: string): string =>
  firstCharacters(
    name
      .toWellFormed()
      .replace(directions, '')
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim(),
    longest,
  ).trim()
