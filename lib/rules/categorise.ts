import 'server-only'
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { categories, merchants, rules } from '#db/schema/categories.ts'
import type { Tx } from '#db/scope.ts'
import { groupOf, isCategoryKey } from '#lib/categories/taxonomy.ts'
import type { CategorySource } from '#lib/categories/types.ts'
import type { Scope } from '#lib/core/scope.ts'
import { providerSays } from '#lib/merchants/provider-categories.ts'
import { suggestCategory } from '#lib/merchants/suggest.ts'
import { wordsOf } from '#lib/merchants/words.ts'
import { compile, ruleMatches, textsOf } from './match.ts'

export type Categorisable = {
  payee: string
  merchantKey: string
  rawDescription: string
  minor: bigint
  currency: string
  accountId: string
  /** `AccountType` of lib/accounts; only `credit_card` matters here. */
  accountType: string
  /** A Plaid code, a merchant category code or the word of a bank's export. */
  providerCategory: string | null
}

/** `confidence` is 0–100; a rule is certain. */
export type Categorised = {
  categoryId: string
  source: Exclude<CategorySource, 'user'>
  confidence: number
}

export type Categoriser = (row: Categorisable) => Categorised | null

/** How sure one, two or more corrections of a payee make us. */
const learnedConfidence = (corrections: number): number => Math.min(98, 75 + corrections * 10)

/** A category of the household's own by that name; a leaf the provider names; a group, of which we take the usual leaf. */
const providerConfidence = { own: 95, leaf: 88, group: 70 }

/** A statement repeats few texts in many rows: each is thought about once. */
function rememberGuesses(guess: Categoriser): Categoriser {
  const known = new Map<string, Categorised | null>()
  return (row) => {
    const direction = row.minor > 0n ? 'in' : 'out'
    const key = `${row.merchantKey}|${direction}|${row.accountType}|${row.providerCategory ?? ''}|${row.rawDescription}`
    const found = known.get(key)
    if (found !== undefined) return found
    const made = guess(row)
    if (known.size < 20_000) known.set(key, made)
    return made
  }
}

/**
 * Reads the household's rules, corrections and categories once and returns the function that categorises its rows, in
 * DOMAIN's order: rules, what corrections taught, the provider, the dictionary. Where the provider names only a group, the
 * dictionary's leaf of that group is taken. Null when nobody knows.
 */
export async function loadCategoriser(tx: Tx, scope: Scope): Promise<Categoriser> {
  const mine = eq(rules.householdId, scope.householdId)
  const ruleRows = await tx.select().from(rules).where(and(mine, rules.enabled)).orderBy(rules.position)
  const compiled = ruleRows.map(compile)
  const learnedRows = await tx
    .select({ key: merchants.key, categoryId: merchants.categoryId, corrections: merchants.corrections })
    .from(merchants)
    .where(
      and(
        eq(merchants.householdId, scope.householdId),
        gt(merchants.corrections, 0),
        isNotNull(merchants.categoryId),
      ),
    )
  const learned = new Map(learnedRows.map((row) => [row.key, row]))
  const categoryRows = await tx
    .select({ id: categories.id, key: categories.key, name: categories.name })
    .from(categories)
    .where(and(eq(categories.householdId, scope.householdId), isNull(categories.archivedAt)))
  const ids = new Map(categoryRows.map((row) => [row.key, row.id]))
  const named = new Map(
    categoryRows.flatMap((row) => (row.name ? [[wordsOf(row.name).join(' '), row.id] as const] : [])),
  )
  /** A household may have merged a leaf away: its group stands in. */
  const idOf = (key: string): string | undefined =>
    ids.get(key) ?? (isCategoryKey(key) ? ids.get(groupOf(key)) : undefined)

  const guessOf = rememberGuesses(({ providerCategory, ...row }) => {
    const own = providerCategory ? named.get(wordsOf(providerCategory).join(' ')) : undefined
    if (own) return { categoryId: own, source: 'provider', confidence: providerConfidence.own }
    const said = providerCategory ? providerSays(providerCategory) : null
    const saidId = said ? idOf(said.category) : undefined
    if (said && saidId && !said.coarse)
      return { categoryId: saidId, source: 'provider', confidence: providerConfidence.leaf }
    const guess = suggestCategory({ ...row, isCard: row.accountType === 'credit_card' })
    const guessId = guess ? idOf(guess.category) : undefined
    if (said && saidId && !(guess && groupOf(guess.category) === groupOf(said.category)))
      return { categoryId: saidId, source: 'provider', confidence: providerConfidence.group }
    if (!guess || !guessId) return null
    const agreed = said ? Math.round((guess.confidence + 100) / 2) : guess.confidence
    return { categoryId: guessId, source: 'merchant', confidence: agreed }
  })

  return (row) => {
    if (compiled.length > 0) {
      const texts = textsOf(row)
      const hit = compiled.find((rule) => ruleMatches(rule, row, texts))
      if (hit) return { categoryId: hit.rule.categoryId, source: 'rule', confidence: 100 }
    }
    const taught = learned.get(row.merchantKey)
    if (taught?.categoryId)
      return {
        categoryId: taught.categoryId,
        source: 'learned',
        confidence: learnedConfidence(taught.corrections),
      }
    return guessOf(row)
  }
}
