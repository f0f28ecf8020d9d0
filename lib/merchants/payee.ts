import { brandNamed, findBrand } from './find-brand.ts'
import { findIndexed } from './find-indexed.ts'
import { findTrade } from './find-trade.ts'
import { cities, states } from './places.ts'
import { fold, wordsOf } from './words.ts'
import {
  companyForms,
  danglingWords,
  fieldEnd,
  mayBeLabelled,
  mayBeWrapped,
  namedBy,
  noise,
  noisy,
  paymentWords,
  prefixes,
  processorCode,
  telephones,
  trailingWords,
} from './wrapping.ts'

export type Payee = {
  /** As people say it: `Blue Bottle`. */
  name: string
  /** Stable and folded, for grouping: `blue bottle`. */
  key: string
}

const domain =
  /^([\p{L}\p{N}-]{3,})\.(com|net|org|io|co|vn|us|tv|app|ai|me|shop|store|de|fr|nl|uk)(\.(vn|uk|au|br))?(\/\S*)?$/iu

function stripPrefixes(text: string): string {
  let rest = text
  for (let round = 0; round < 4 && mayBeWrapped(rest); round++) {
    const before = rest
    for (const prefix of prefixes) {
      const next = rest.replace(prefix, '')
      if (next !== rest && /\p{L}{2}/u.test(next)) rest = next
    }
    const code = processorCode.exec(rest)
    if (code && !findBrand([fold(code[1] ?? '')])) rest = rest.slice(code[0].length)
    if (rest === before) return rest
  }
  return rest
}

/** The name that a labelled field gives (`NOME: …`), when there is one. */
function labelled(text: string): string | null {
  const label = mayBeLabelled.test(text) ? namedBy.exec(text) : null
  if (!label) return null
  const name = text.slice(label.index + label[0].length).replace(fieldEnd, '')
  return /\p{L}{2}/u.test(name) ? name : null
}

const gap = '\u2003'

/** Banks print columns: what stands after a gap is the town or a reference, when words of a name stand before it. */
function firstColumn(text: string): string {
  const at = text.indexOf(gap)
  if (at < 4) return text
  const head = text.slice(0, at)
  const named = wordsOf(head).some((word) => word.length > 2 && !paymentWords.has(word) && !/\d/.test(word))
  return named ? head : text
}

/** Banks that cut and repeat: `MAIN ST MART CIN03/15MAIN ST M` is its first half. */
function unrepeated(text: string): string {
  const date = /\d\d\/\d\d(?=\p{L})/u.exec(text)
  if (!date || date.index < 6) return text
  const tail = text.slice(date.index + date[0].length)
  return text.startsWith(tail) ? text.slice(0, date.index) : text
}

const isReference = (word: string): boolean =>
  /^#?\d{3,}/.test(word) ||
  /^[#*]/.test(word) ||
  (/\d/.test(word) && /\d{3,}|^\d+\p{L}+\d|\p{L}+\d+\p{L}/u.test(word) && word.length >= 5)

const shouted = (word: string): boolean => /^\p{Lu}+$/u.test(word)

/** A town that a bank's narrow column glued to the name (`LAFAYENEW YORK`), or to its state (`BERKELEYCA`). */
function unglued(words: string[]): string[] {
  const last = words.at(-1) ?? ''
  if (words.length < 2 || !shouted(last) || last.length < 7) return words
  const folded = fold(last)
  const town = states.has(folded.slice(-2)) ? folded.slice(0, -2) : folded
  if (cities.has(town)) return words.slice(0, -1)
  for (let at = 3; at <= folded.length - 6; at++)
    if (cities.has(folded.slice(at)) || cities.has(town.slice(at)))
      return [...words.slice(0, -1), last.slice(0, at)]
  return words
}

/** `EL RANCHITO LAS` once its `CRUCES` is gone is `EL RANCHITO`. */
function undangled(words: string[]): string[] {
  let end = words.length
  while (end > 1 && danglingWords.has(fold(words[end - 1] ?? ''))) end--
  return words.slice(0, end)
}

/** Drops a trailing state, then the city before it, as long as a name is left. */
function stripPlace(words: string[]): string[] {
  let rest = words
  let state = false
  while (rest.length > 1 && states.has(fold(rest.at(-1) ?? '')) && shouted(rest.at(-1) ?? '')) {
    rest = rest.slice(0, -1)
    state = true
  }
  for (const size of [4, 3, 2, 1]) {
    if (rest.length > size && cities.has(fold(rest.slice(-size).join(' ')))) return rest.slice(0, -size)
  }
  const apart = unglued(rest)
  if (apart !== rest) return apart
  const town = fold(rest.at(-1) ?? '')
  return state && rest.length > 2 && !findTrade([town], true) ? undangled(rest.slice(0, -1)) : rest
}

/** Words of the payment at the end of a name (`SVARTA KATTEN PAYMENT`) go; a name of nothing else stays. */
function stripPayment(words: string[]): string[] {
  let end = words.length
  while (end > 1 && trailingWords.has(fold(words[end - 1] ?? ''))) end--
  const left = words.slice(0, end)
  return left.every((word) => paymentWords.has(fold(word))) ? words : left
}

/** The words up to the store number, without place, references and company form. */
function nameWords(text: string): string[] {
  const raw = text.split(/[\s*,]+/).filter((word) => word === '&' || /[\p{L}\p{N}]/u.test(word))
  const bare = raw.map(
    (word) =>
      domain.exec(word)?.[1] ??
      (word === '&' ? word : word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}!.)']+$/gu, '')),
  )
  const reference = bare.findIndex((word, index) => index > 0 && isReference(word))
  const cut = reference > 0 ? bare.slice(0, reference) : stripPlace(bare)
  const kept = cut.filter((word) => !isReference(word))
  const named = kept.length > 0 ? stripPlace(kept) : bare
  let end = named.length
  while (end > 1 && companyForms.has(fold(named[end - 1] ?? '').replaceAll('.', ''))) end--
  return stripPayment(named.slice(0, end))
}

const vowel = /[aeiouy]/

/** Title case for what came in one case; short words without a vowel stay as they are (`BMW`). */
function titleCase(words: string[]): string {
  const joined = words.join(' ')
  if (joined !== joined.toUpperCase() && joined !== joined.toLowerCase()) return joined
  return words
    .map((word) => {
      if (word.length <= 4 && !vowel.test(fold(word))) return word.toUpperCase()
      const lower = word.toLowerCase()
      return lower.replace(/(^|[-&/.(])(\p{L})/gu, (whole) => whole.toUpperCase())
    })
    .join(' ')
}

/** Nothing after this many characters names anybody; it bounds the work on a hostile text. */
const longest = 300

/** A telephone number becomes a reference: banks print it where the town would stand. */
const withoutNoise = (text: string): string =>
  noise
    .reduce(
      (rest, pattern) => rest.replace(pattern, ' '),
      telephones.reduce((rest, pattern) => rest.replace(pattern, ' #000 '), text),
    )
    .trim()

/** Shops of one name: a small number at its end (`DELI 12`) is the shop's, unless little else is left. */
const keyOf = (name: string): string => {
  const words = wordsOf(name).filter((word) => !/^\d{3,}$/.test(word))
  const end = words.length > 2 && /^\d+$/.test(words.at(-1) ?? '') ? -1 : words.length
  return words.slice(0, end).join(' ').slice(0, 60).trim()
}

type Found = Payee & { settled: boolean }

/** Whether cleaning these words again would change nothing; unsure means no. */
const isSettled = (name: string, words: string[]): boolean =>
  !/[\d*#:;~".,]/.test(name) &&
  !noisy.test(name) &&
  !mayBeWrapped(name) &&
  stripPlace(words) === words &&
  nameWords(name).length === words.length &&
  !findBrand(wordsOf(name))

function cleanOnce(raw: string): Found {
  const columns = raw
    .slice(0, longest)
    .normalize('NFC')
    .trim()
    .replace(/\s{3,}|\t/g, gap)
  const text = columns.replace(/\s+/g, ' ')
  const shown = brandNamed(text)
  if (shown) return { name: shown.name, key: shown.key, settled: true }
  const column = text === columns ? text : firstColumn(stripPrefixes(columns))
  const head = stripPrefixes(labelled(text) ?? unrepeated(column))
  const bare = noisy.test(head) ? withoutNoise(head) : head
  const brand =
    findBrand(wordsOf(bare)) ?? (text === columns ? null : findBrand(wordsOf(stripPrefixes(text))))
  if (brand) return { name: brand.name, key: brand.key, settled: true }
  const words = nameWords(bare === '' ? text : bare)
  const indexed = findIndexed(wordsOf(words.join(' ')))
  if (indexed) return { name: indexed.name, key: indexed.key, settled: true }
  const name = titleCase(words).slice(0, 80).trim() || text.slice(0, 80).trim() || '–'
  return { name, key: keyOf(name) || fold(name), settled: isSettled(name, words) }
}

/** Cleans until nothing changes, so that a cleaned name (a file made from our export, say) is the same payee. */
function clean(raw: string): Payee {
  let found = cleanOnce(raw)
  for (let round = 0; round < 6 && !found.settled; round++) {
    const again = cleanOnce(found.name)
    if (again.name === found.name) break
    found = again
  }
  return { name: found.name, key: found.key }
}

const remembered = new Map<string, Payee>()
const limit = 20_000

/** A readable payee and its grouping key from a bank's text. Pure; the newest 20,000 answers are remembered. */
export function cleanPayee(raw: string): Payee {
  const known = remembered.get(raw)
  if (known) return known
  const payee = clean(raw)
  if (remembered.size >= limit) remembered.clear()
  remembered.set(raw, payee)
  return payee
}
