import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { brands } from './brands.ts'
import { wordsOf } from './words.ts'

export type Brand = { name: string; key: string; category: CategoryKey }
type Alias = { words: string[]; brand: Brand }

const byFirstWord = new Map<string, Alias[]>()
const byKey = new Map<string, Brand>()
const byName = new Map<string, Brand>()

function addAlias(text: string, brand: Brand): void {
  const words = wordsOf(text)
  const first = words[0]
  if (first === undefined) return
  const known = byFirstWord.get(first) ?? []
  if (known.some((alias) => alias.words.join(' ') === words.join(' '))) return
  known.push({ words, brand })
  known.sort((a, b) => b.words.length - a.words.length)
  byFirstWord.set(first, known)
}

for (const [category, list] of Object.entries(brands)) {
  for (const entry of list.split('|')) {
    const [name = '', aliases = ''] = entry.trim().split('=')
    if (name === '') continue
    const brand = { name, key: wordsOf(name).join(' '), category: category as CategoryKey }
    if (!byKey.has(brand.key)) byKey.set(brand.key, brand)
    if (!byName.has(name)) byName.set(name, brand)
    if (aliases === '') addAlias(name, brand)
    for (const alias of aliases.split(',')) if (alias !== '') addAlias(alias, brand)
  }
}

const matchesAt = (words: readonly string[], at: number, alias: Alias): boolean =>
  alias.words.every((word, offset) => words[at + offset] === word)

/** Store numbers and countries glued to a name: `SPOTIFYUSA`, `TARGET1057`. */
const withoutTail = (word: string): string => {
  const bare = word.replace(/\d+$/, '')
  const short = bare.replace(/(usai?|com|inc|online)$/, '')
  return short.length >= 5 ? short : bare
}

/** Every alias with the name it stands for. */
export const brandAliases = (): { text: string; brand: Brand }[] =>
  [...byFirstWord.values()].flat().map(({ words, brand }) => ({ text: words.join(' '), brand }))

/** The well-known name that begins earliest in the words (longest first); short or numeric names only at the start. */
export function findBrand(words: readonly string[]): Brand | null {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const plain = byFirstWord.has(word) ? word : withoutTail(word)
    const candidates = byFirstWord.get(plain)
    if (!candidates) continue
    const shown = plain === word ? words : words.with(at, plain)
    for (const alias of candidates) {
      const tooShort = alias.words.length === 1 && (plain.length <= 3 || /^\d/.test(plain))
      if ((at === 0 || !tooShort) && matchesAt(shown, at, alias)) return alias.brand
    }
  }
  return null
}

/** A well-known name exactly as it is shown here (`Disney+`), which its own aliases need not match. */
export const brandNamed = (name: string): Brand | null => byName.get(name) ?? null

/** The well-known name behind a key made by cleanPayee. */
export const brandOfKey = (key: string): Brand | null => byKey.get(key) ?? null
