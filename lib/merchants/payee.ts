import { findBrand } from './find-brand.ts'
import { findIndexed } from './find-indexed.ts'
import { cities, states } from './places.ts'
import { fold, wordsOf } from './words.ts'

export type Payee = {
  /** As people say it: `Blue Bottle`. */
  name: string
  /** Stable and folded, for grouping: `blue bottle`. */
  key: string
}

/** What a bank or a card processor puts before the name. Tried again and again until none is left. */
const prefixes = [
  /^(sq|tst|sp|py|pp|paypal|bt|fsp|zsk|cke|eb|in|wpy|ls|clr|ic|dd|sumup|izl?|adyen|stripe|evb|bam|gg|dnh|2co|fs|pos|aplpay|apl ?pay|apple ?pay|google ?pay|gpay|momo|vnpay|zalopay|payoo|ggl|google|ggp)\s?\*\s*/i,
  /^(purchase )?authorized on \d\d\/\d\d\s*/i,
  /^(check ?card|chkcard|debit card|visa debit|visa check ?card|pos|dbt crd|card)( (purchase|debit|withdrawal|pin|signature|transaction|payment))?s?( (to|at|from|with|-))?\s*-?\s*(\d{2}\/?\d{2}(\/?\d{2,4})?)?\s+/i,
  /^(recurring|preauthorized|electronic|online|external|bill|ach|direct|web|ppd|ccd|tel)( (payment|pmt|debit|credit|withdrawal|deposit|purchase|pymt|bill))+( (to|from|authorized on \d\d\/\d\d))?[:\s-]+/i,
  /^(purchase|debit|payment)[:\s-]+(?!thank)(?=\S)/i,
  /^(aplpay|sp|tst-|sq|ach|bkofamerica|pmt to|purchase from|thanh toan( tai)?|thanh toán( tại)?|giao dich( tai)?|gd the tai|tt tai|qr)\s*[-:]?\s+/i,
  /^\d{2}[/-]\d{2}([/-]\d{2,4})?\s+/,
  /^#?\d{4,}\s+(?=\S*\p{L})/u,
]

/** What follows the name and says nothing about it. */
const noise = [
  /\s*~.*$/,
  /\b(tran|trace|ref|reference|conf|confirmation|id|ind id|ppd id|web id|trn|txn|auth|inst|acct|co id|ft)\s*[:#]\s*\S+.*$/i,
  /\bhttps?:\/\/|\bwww\./gi,
  /\b\S*help\.\S+/gi,
  /\+?\b1?[-. ]?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b/g,
  /\b(8\d\d|9\d\d)\d{7}\b/g,
  /[x*]{2,}\d+/gi,
  /(\b\d{1,2}|\d{2})\/\d{1,2}(\/\d{2,4})?\b/g,
  /\bcard \d{4}\b/gi,
]

/** Cheap test for whether `noise` can match at all. */
const noisy = /[\d~#:]|www|help|xx/i

const domain = /^([\p{L}\p{N}-]{3,})\.(com|net|org|io|co|vn|us|tv|app|ai|me)(\.vn)?$/iu
const companyForms = new Set('inc llc ltd corp co lp plc gmbh jsc cty tnhh cp'.split(' '))

function stripPrefixes(text: string): string {
  let rest = text
  for (let round = 0; round < 4; round++) {
    const before = rest
    for (const prefix of prefixes) {
      const next = rest.replace(prefix, '')
      if (next !== rest && /\p{L}{2}/u.test(next)) rest = next
    }
    if (rest === before) return rest
  }
  return rest
}

const isReference = (word: string): boolean =>
  /^#?\d{3,}/.test(word) ||
  /^[#*]/.test(word) ||
  (/\d/.test(word) && /\d{3,}|^\d+\p{L}+\d|\p{L}+\d+\p{L}/u.test(word) && word.length >= 5)

/** Drops a trailing state, then the city before it, as long as a name is left. */
function stripPlace(words: string[]): string[] {
  let rest = words
  let state = false
  while (rest.length > 1 && states.has(fold(rest.at(-1) ?? '')) && /^\p{Lu}+$/u.test(rest.at(-1) ?? '')) {
    rest = rest.slice(0, -1)
    state = true
  }
  for (const size of [4, 3, 2, 1]) {
    if (rest.length > size && cities.has(fold(rest.slice(-size).join(' ')))) return rest.slice(0, -size)
  }
  return state && rest.length > 2 && rest === words.slice(0, rest.length) ? rest.slice(0, -1) : rest
}

/** The words up to the store number, without place, references and company form. */
function nameWords(text: string): string[] {
  const raw = text.split(/[\s*]+/).filter((word) => word === '&' || /[\p{L}\p{N}]/u.test(word))
  const bare = raw.map(
    (word) =>
      domain.exec(word)?.[1] ??
      (word === '&' ? word : word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}!.)']+$/gu, '')),
  )
  const reference = bare.findIndex((word, index) => index > 0 && isReference(word))
  const cut = reference > 0 ? bare.slice(0, reference) : stripPlace(bare)
  const kept = cut.filter((word) => !isReference(word))
  const named = kept.length > 0 ? stripPlace(kept) : bare
  const last = fold(named.at(-1) ?? '').replaceAll('.', '')
  return named.length > 1 && companyForms.has(last) ? named.slice(0, -1) : named
}

const vowel = /[aeiouyăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i

/** Title case for what came in one case; short words without a vowel stay as they are (`BMW`). */
function titleCase(words: string[]): string {
  const joined = words.join(' ')
  if (joined !== joined.toUpperCase() && joined !== joined.toLowerCase()) return joined
  return words
    .map((word) => {
      if (word.length <= 4 && !vowel.test(word)) return word.toUpperCase()
      const lower = word.toLowerCase()
      return lower.replace(/(^|[-&/.(])(\p{L})/gu, (whole) => whole.toUpperCase())
    })
    .join(' ')
}

/** Nothing after this many characters names anybody; it bounds the work on a hostile text. */
const longest = 300

function clean(raw: string): Payee {
  const text = raw.slice(0, longest).normalize('NFC').replace(/\s+/g, ' ').trim()
  const head = stripPrefixes(text)
  const bare = noisy.test(head)
    ? noise.reduce((rest, pattern) => rest.replace(pattern, ' '), head).trim()
    : head
  const brand = findBrand(wordsOf(bare)) ?? null
  if (brand) return { name: brand.name, key: brand.key }
  const words = nameWords(bare === '' ? text : bare)
  const indexed = findIndexed(wordsOf(words.join(' ')))
  if (indexed) return { name: indexed.name, key: indexed.key }
  const name = titleCase(words).slice(0, 80).trim() || text.slice(0, 80) || '–'
  const key = wordsOf(name)
    .filter((word) => !/^\d{3,}$/.test(word))
    .join(' ')
    .slice(0, 60)
    .trim()
  return { name, key: key || fold(name) }
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
