import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { brandOfKey } from './find-brand.ts'
import { indexedOfKey } from './find-indexed.ts'
import { bankPatterns, matchPattern, namePatterns } from './patterns.ts'
import { wordsOf } from './words.ts'

export type Suggestion = { category: CategoryKey; confidence: number }

/** Words that mean a card was paid, however the bank spells them; only looked for on card accounts. */
const cardPayment = /\b(payment|autopay|thank you|pymt|thanh toan)\b/

export type Described = {
  rawDescription: string
  merchantKey: string
  /** Minor units; the sign says whether money came in. */
  minor: bigint
  isCard: boolean
}

/** A category from the text alone: the bank's own words, then well-known names, then ordinary words of the name. */
export function suggestCategory(row: Described): Suggestion | null {
  const words = wordsOf(row.rawDescription).join(' ')
  const sign = row.minor > 0n ? 'in' : 'out'
  if (row.isCard && sign === 'in' && cardPayment.test(words))
    return { category: 'card_payment', confidence: 90 }
  const said = matchPattern(bankPatterns, words, sign)
  if (said && (said.confidence >= 70 || !brandOfKey(row.merchantKey))) return said
  const brand = brandOfKey(row.merchantKey)
  if (brand) return { category: brand.category, confidence: 95 }
  const indexed = indexedOfKey(row.merchantKey)
  if (indexed) return { category: indexed.category, confidence: indexed.key.includes(' ') ? 90 : 80 }
  return matchPattern(namePatterns, words, sign)
}
