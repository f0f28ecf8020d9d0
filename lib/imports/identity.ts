import { hash } from 'node:crypto'

const separators = /[^\p{L}\p{N}]+/gu
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** A raw descriptor for comparing: no case, no punctuation, no compatibility forms, single blanks. Never shown. */
export function normaliseDescriptor(raw: string): string {
  const folded = raw.toLowerCase()
  if (plain.test(folded)) return folded
  return folded.normalize('NFKC').toLowerCase().replace(separators, ' ').trim()
}

/** What makes two rows of one account the same movement, without the ordinal. Holds nothing a user can edit. */
export const tupleOf = (date: string, minor: bigint, currency: string, raw: string): string =>
  `${date}|${minor}|${currency}|${normaliseDescriptor(raw)}`

/** The fingerprint of the `ordinal`th row (from 0) with this tuple: 16 bytes as the text of a uuid. */
export function fingerprintOf(tuple: string, ordinal: number): string {
  const hex = hash('sha1', `${tuple}|${ordinal}`, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Gives every row of one account its place among its twins, in the order they are seen. */
export function ordinalCounter(): (tuple: string) => number {
  const seen = new Map<string, number>()
  return (tuple) => {
    const ordinal = seen.get(tuple) ?? 0
    seen.set(tuple, ordinal + 1)
    return ordinal
  }
}
