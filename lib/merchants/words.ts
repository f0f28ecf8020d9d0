const plain = /^[ -~]*$/
const marks = /[\u0300-\u036f]/g

/** Lower case without accents, `đ` as `d`: how texts are compared everywhere (search, rules, keys). */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text.normalize('NFD').replace(marks, '').toLowerCase().replaceAll('đ', 'd')

/** Folded words of letters and digits; apostrophes vanish (`Trader Joe's` → trader, joes). */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/['’`]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []
