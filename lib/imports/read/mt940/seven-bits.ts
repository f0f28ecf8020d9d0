const letters: Record<string, string> = {
  '[': 'Ä',
  '\\': 'Ö',
  ']': 'Ü',
  '{': 'ä',
  '|': 'ö',
  '}': 'ü',
  '~': 'ß',
}

const inside = /(?<=[A-Za-z])[[\\\]{|}~](?=[A-Za-z])/
/** A mark that no letter touches, or a pair around a word, as only real brackets stand. */
const mark = /(?<![A-Za-z])[[\\\]{|}~](?![A-Za-z])|\[\w+\]|\{\w+\}/

/** German umlauts of DIN 66003, where seven bits had to do: `M}LLER`. A text with marks that are none stays as it is. */
export const fromSevenBits = (text: string): string =>
  inside.test(text) && !mark.test(text) ? text.replace(/[[\\\]{|}~]/g, (one) => letters[one] ?? one) : text
