import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { trades } from './trades.ts'

type Found = { category: CategoryKey; confidence: number }
type Rank = number

const whole = new Map<string, Rank>()
const beginnings = new Map<string, Rank>()
const endings = new Map<string, Rank>()
/** Phrases by their first words: whether a longer one may follow. */
const openings = new Set<string>()

const put = (into: Map<string, Rank>, text: string, rank: Rank): void => {
  if (!into.has(text)) into.set(text, rank)
}

trades.forEach((trade, rank) => {
  for (const entry of trade.words.split(',')) {
    const text = entry.trim().replace(/\s+/g, ' ')
    if (text.startsWith('*')) put(endings, text.slice(1), rank)
    else if (text.endsWith('*')) put(beginnings, text.slice(0, -1), rank)
    else put(whole, text, rank)
    const words = text.split(' ')
    for (let end = 1; end < words.length; end++) openings.add(words.slice(0, end).join(' '))
  }
})

/** Compound names need this many letters beside the ending, so that `port` is no `*ort`. */
const shortest = 3

function rankOfWord(text: string): Rank {
  let best = whole.get(text) ?? trades.length
  for (let size = shortest; size <= text.length && size <= 12; size++) {
    best = Math.min(best, beginnings.get(text.slice(0, size)) ?? best)
    if (text.length - size >= shortest) best = Math.min(best, endings.get(text.slice(-size)) ?? best)
  }
  return best
}

function rankOfPhrase(text: string): Rank {
  let best = whole.get(text) ?? trades.length
  const last = text.lastIndexOf(' ')
  for (let size = last + 3; size <= text.length; size++)
    best = Math.min(best, beginnings.get(text.slice(0, size)) ?? best)
  return best
}

/** The trade that a name's words speak of: the earliest in the list among all that occur. `out` is money out. */
export function findTrade(words: readonly string[], out: boolean): Found | null {
  const ranks: Rank[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at] ?? ''
    ranks.push(rankOfWord(first))
    let text = first
    for (let end = at + 1; end < words.length && end < at + 4 && openings.has(text); end++) {
      text = `${text} ${words[end]}`
      ranks.push(rankOfPhrase(text))
    }
  }
  for (const rank of ranks.sort((a, b) => a - b)) {
    const trade = trades[rank]
    if (trade && (out || !trade.outOnly)) return { category: trade.category, confidence: trade.confidence }
  }
  return null
}
