import { commonWords, famousPhrases, keyboardWalks } from './common-words.ts'

/** Characters as people count them, after normalisation. */
export const minimumLength = 15
/** UTF-8 bytes; enough for any sentence, too little to keep a server busy. */
export const maximumBytes = 1024

export type PassphraseProblem = 'tooShort' | 'tooLong' | 'repeated' | 'sequence' | 'common' | 'personal'
/** 0 unusable, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4

/** NFKC, so that the same letters typed on another keyboard (Telex, VNI, a phone) are the same passphrase. Nothing is trimmed. */
export const normalise = (passphrase: string): string => passphrase.normalize('NFKC')

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Lower-case letters and digits without marks: what a guesser tries first. */
const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '')

const unleet = (text: string): string => text.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign)

/** The length of the smallest unit that the text repeats; its own length when it does not. */
function periodOf(text: string): number {
  for (let period = 1; period <= text.length / 2; period++) {
    let index = period
    while (index < text.length && text[index] === text[index - period]) index++
    if (index === text.length) return period
  }
  return text.length
}

const walks = keyboardWalks.flatMap((walk) => [walk, [...walk].reverse().join('')])

/** Characters left when runs of four or more along a keyboard row, the alphabet or one key are taken as one. */
function withoutRuns(text: string): string {
  let rest = ''
  for (let index = 0; index < text.length; ) {
    const length = runAt(text, index)
    rest += text[index] ?? ''
    index += length
  }
  return rest
}

function runAt(text: string, start: number): number {
  let best = 1
  for (const walk of walks) {
    let length = 4
    while (start + length <= text.length && walk.includes(text.slice(start, start + length))) length++
    best = Math.max(best, length - 1 >= 4 ? length - 1 : 1)
  }
  let same = 1
  while (text[start + same] === text[start]) same++
  return Math.max(best, same >= 4 ? same : 1)
}

/** Takes words out, longest first; what remains is what was really chosen, one sign for each word. */
function withoutWords(text: string, words: readonly string[]): string {
  let rest = text
  for (const word of [...words].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, '·')
  return rest
}

const distinct = (text: string): number => new Set(text).size

/** Different signs that are neither letters, digits, spaces nor what a keyboard adds to a word (`!`, `-`, `@`): pictures. */
const rareSigns = (text: string): number => distinct(text.replace(/[\p{L}\p{N}\p{M}\s\p{ASCII}]/gu, ''))

/** What is chosen beyond the listed words: other characters, and three for each different word. */
function chosen(text: string, words: readonly string[], perWord: number): number {
  const used = words.filter((word) => word.length >= 3 && text.includes(word))
  const rest = withoutWords(text, used)
  const count = new Set(longestOnly(used)).size
  return rest.replaceAll('·', '').length + perWord * count
}

/** Words that are not a part of another one in the list. */
const longestOnly = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/** Parts of an address and a name that do not belong in one's passphrase, without their runs, as they are looked for. */
const personalWords = (personal: readonly string[]): string[] =>
  personal.flatMap((text) => [plainOf(text), ...text.split(/[^\p{L}\p{N}]+/u).map(plainOf)]).map(withoutRuns)

/**
 * Why a passphrase cannot be used, or null. Any character is allowed and nothing is demanded but length; refused are what
 * guessers try first: repetition, walks along the keyboard, everybody's phrases, the person's own address and name.
 */
export function passphraseProblem(
  passphrase: string,
  personal: readonly string[] = [],
): PassphraseProblem | null {
  if (new TextEncoder().encode(passphrase).length > maximumBytes) return 'tooLong'
  const text = normalise(passphrase)
  if ([...text].length < minimumLength) return 'tooShort'
  const plain = plainOf(text)
  const signs = text.toLowerCase()
  if (distinct(signs) < 5 || periodOf(signs) < 8 || (plain.length > 7 && periodOf(plain) < 8))
    return 'repeated'
  if (plain.length >= 8 && withoutRuns(plain).length < 8) return 'sequence'
  const forms = [plain, plainOf(unleet(signs))]
  const rare = rareSigns(signs)
  if (
    famousPhrases.some((phrase) =>
      forms.some((form) => form.includes(phrase) && chosen(form, [phrase], 0) + rare < 2),
    )
  )
    return 'common'
  if (forms.some((form) => chosen(withoutRuns(form), commonWords, 3) + rare < 9)) return 'common'
  const own = personalWords(personal)
  if (forms.some((form) => chosen(withoutRuns(form), own, 0) + rare < 8)) return 'personal'
  return null
}

/** Rough bits an informed guesser needs: words count by the word, other signs by their alphabet, runs as one sign. */
export function estimateBits(passphrase: string): number {
  const chunks = normalise(passphrase)
    .split(/[\s_.,;:-]+/u)
    .filter(Boolean)
  const seen = new Set<string>()
  let bits = 0
  for (const chunk of chunks) {
    const plain = withoutRuns(plainOf(chunk))
    bits += seen.has(plain) ? 1 : bitsOf(chunk, plain)
    seen.add(plain)
  }
  return bits
}

function bitsOf(chunk: string, plain: string): number {
  if (commonWords.includes(unleet(plain))) return 7
  const letters = /^\p{L}+$/u.test(chunk)
  if (letters && plain.length <= 12) return Math.min(12, 2.6 * plain.length)
  const alphabet =
    (/\p{Ll}/u.test(chunk) ? 26 : 0) +
    (/\p{Lu}/u.test(chunk) ? 26 : 0) +
    (/\d/.test(chunk) ? 10 : 0) +
    (/[^\p{L}\d]/u.test(chunk) ? 33 : 0)
  const perSign = letters ? 2.6 : Math.log2(Math.max(alphabet, 10)) * 0.8
  return perSign * Math.max(plain.length, Math.min(chunk.length, 4))
}

/** How the meter stands; what cannot be used is 0 whatever its bits. */
export function strengthOf(passphrase: string, personal: readonly string[] = []): Strength {
  if (passphraseProblem(passphrase, personal)) return 0
  const bits = estimateBits(passphrase)
  return bits < 38 ? 1 : bits < 50 ? 2 : bits < 65 ? 3 : 4
}
