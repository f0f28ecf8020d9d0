import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { brandOfKey, findBrand } from './find-brand.ts'
import { indexedOfKey } from './find-indexed.ts'
import { findTrade } from './find-trade.ts'
import { bankPatterns, matchPattern } from './patterns.ts'
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

/** A trade found only outside the name may be a street's or a town's: it needs a strong word and counts less. */
const outsideName = { needs: 80, gives: 60, brand: 70 }

function ofTrade(row: Described, words: readonly string[]): Suggestion | null {
  const out = row.minor <= 0n
  const named = findTrade(row.merchantKey.split(' '), out)
  if (named) return named
  const brand = findBrand(words)
  if (brand) return { category: brand.category, confidence: outsideName.brand }
  const around = findTrade(words, out)
  return around && around.confidence >= outsideName.needs
    ? { category: around.category, confidence: outsideName.gives }
    : null
}

/** A category from the text alone: the bank's own words, then well-known names, then ordinary words of the name. */
export function suggestCategory(row: Described): Suggestion | null {
  const words = wordsOf(row.rawDescription)
  const text = words.join(' ')
  const sign = row.minor > 0n ? 'in' : 'out'
  if (row.isCard && sign === 'in' && cardPayment.test(text))
    return { category: 'card_payment', confidence: 90 }
  const brand = brandOfKey(row.merchantKey)
  const said = matchPattern(bankPatterns, text, sign)
  if (said && (said.confidence >= 70 || !brand))
    return { category: said.category, confidence: said.confidence }
  if (brand) return { category: brand.category, confidence: 95 }
  const indexed = indexedOfKey(row.merchantKey)
  if (indexed) return { category: indexed.category, confidence: indexed.key.includes(' ') ? 90 : 80 }
  return ofTrade(row, words)
}
