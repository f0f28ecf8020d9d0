import { type CategoryKey, isCategoryKey } from '#lib/categories/taxonomy.ts'
import { ofMerchantCode } from './provider-codes.ts'
import { ofPlaid } from './provider-plaid.ts'
import type { ProviderSaid } from './provider-said.ts'
import { providerWords } from './provider-words.ts'
import { wordsOf } from './words.ts'

const names = new Map<string, ProviderSaid>()
for (const [category, list] of Object.entries(providerWords)) {
  for (const entry of list.split('|')) {
    const coarse = entry.startsWith('+')
    names.set(coarse ? entry.slice(1) : entry, { category: category as CategoryKey, coarse })
  }
}

/** A bank's word for not knowing. */
const unsaid = new Set(['other', 'general', 'uncategorized', 'uncategorised', 'none', 'misc'])

const ofName = (text: string): ProviderSaid | null => {
  const words = wordsOf(text)
  const key = words.join('_')
  return (
    names.get(words.join(' ')) ??
    (isCategoryKey(key) && !unsaid.has(key) ? { category: key, coarse: false } : null)
  )
}

const remembered = new Map<string, ProviderSaid | null>()

function read(text: string): ProviderSaid | null {
  const value = text.trim()
  if (/^\d{3,4}$/.test(value)) return ofMerchantCode(Number(value))
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(value)) return ofPlaid(value)
  const named = ofName(value) ?? (/^[A-Z]+$/.test(value) ? ofPlaid(value) : null)
  if (named) return named
  // `Immediate Obligations: Groceries`, `Food and Drink, Restaurants`, `Travel-Airline`: the last part says most.
  const parts = value.split(/\s*(?:[:>|,;]|\s-\s|-|\/)\s*/).filter((part) => part !== '')
  if (parts.length < 2) return null
  return (
    parts
      .toReversed()
      .map(ofName)
      .find((said) => said !== null) ?? null
  )
}

/** What a provider or a bank's export says about a row: a Plaid code, a merchant category code or a category's name. */
export function providerSays(text: string): ProviderSaid | null {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const said = read(text)
  if (remembered.size >= 2_000) remembered.clear()
  remembered.set(text, said)
  return said
}

/** The category alone; null when it is unknown. */
export const categoryOfProvider = (text: string): CategoryKey | null => providerSays(text)?.category ?? null
