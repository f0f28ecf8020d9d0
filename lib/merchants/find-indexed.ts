import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { indexedNames } from './data/indexed-names.ts'
import { type Brand, brandAliases, findBrand } from './find-brand.ts'
import { wordsOf } from './words.ts'

type Index = {
  /** Folded alias, words joined by a space. */
  byWords: Map<string, Brand>
  /** The same without spaces, for banks that print `BURGER FI` or `WALMART` as they like. */
  byLetters: Map<string, Brand>
  byKey: Map<string, Brand>
  /** What a name can begin with; most begin otherwise. */
  firstWords: Set<string>
  /** Aliases of several words in order, for names that a bank cut off. */
  sorted: string[]
}

let index: Index | undefined

/** Read once, when the first name is asked for (about 20 ms). */
function load(): Index {
  if (index) return index
  const made: Index = {
    byWords: new Map(),
    byLetters: new Map(),
    byKey: new Map(),
    firstWords: new Set(),
    sorted: [],
  }
  for (const [category, list] of Object.entries(indexedNames)) {
    for (const entry of list.split('|')) {
      const [name = '', aliases] = entry.trim().split('=')
      const key = wordsOf(name).join(' ')
      if (key === '') continue
      const brand = findBrand(key.split(' ')) ?? { name, key, category: category as CategoryKey }
      made.byKey.set(brand.key, brand)
      for (const alias of aliases === undefined ? [''] : aliases.split(',')) {
        const words = alias === '' ? key : alias
        if (!made.byWords.has(words)) made.byWords.set(words, brand)
        const letters = words.replaceAll(' ', '')
        if (letters.length >= 6 && !made.byLetters.has(letters)) made.byLetters.set(letters, brand)
      }
    }
  }
  for (const { text, brand } of brandAliases()) if (!made.byWords.has(text)) made.byWords.set(text, brand)
  for (const [text, brand] of [...made.byWords])
    if (text.startsWith('the ')) made.byWords.set(text.slice(4), made.byWords.get(text.slice(4)) ?? brand)
  for (const words of made.byWords.keys()) made.firstWords.add(words.split(' ', 1)[0] ?? words)
  made.sorted = [...made.byWords.keys()].filter((words) => words.length >= 12 && words.includes(' ')).sort()
  index = made
  return made
}

/** Words that follow a name without making another one of it. */
const kinds = new Set(
  `store stores shop shops outlet mall supermarket market grocery pharmacy restaurant cafe coffee hotel hotels online express fuel gas
  station inc llc usa us com co the superstore supercenter company factory bar grill pizza burgers center service services vietnam vn`.split(
    /\s+/,
  ),
)

/** The first alias that continues the words, when they are most of it: banks cut names at 18 to 25 letters. */
function findCut(sorted: readonly string[], words: string): string | null {
  if (words.length < 11 || !words.includes(' ')) return null
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < words) low = middle + 1
    else high = middle
  }
  const found = sorted[low]
  return found?.startsWith(words) && words.length >= found.length * 0.65 ? found : null
}

/** The longest indexed name that a cleaned name is, begins with (two words or more) or was cut from; null for none. */
export function findIndexed(words: readonly string[]): Brand | null {
  const { byWords, byLetters, firstWords, sorted } = load()
  const start = words[0] === 'the' && words.length > 1 ? 1 : 0
  const known = firstWords.has(words[start] ?? '')
  for (let end = Math.min(words.length, start + (known ? 7 : 3)); end > start; end--) {
    if (end - start === 1 && !words.slice(end).every((word) => kinds.has(word))) continue
    const name = words.slice(start, end)
    const found = (known ? byWords.get(name.join(' ')) : undefined) ?? byLetters.get(name.join(''))
    if (found) return found
  }
  if (!known) return null
  const cut = findCut(sorted, words.join(' '))
  return cut ? (byWords.get(cut) ?? null) : null
}

/** The indexed name behind a key made by cleanPayee. */
export const indexedOfKey = (key: string): Brand | null => load().byKey.get(key) ?? null
