import { beforeEach, describe, expect, test } from 'vitest'
import { merchants } from '#db/schema/categories.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { createCategory, seedCategories } from '#lib/categories/mutations.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { cleanPayee } from '#lib/merchants/payee.ts'
import { type Categorisable, loadCategoriser } from './categorise.ts'
import { createRule } from './mutations.ts'

type Given = { text: string; minor?: bigint; providerCategory?: string; accountType?: string }

let scope: Scope
let ids: Map<string | null, string>

beforeEach(async () => {
  scope = await createHousehold()
  await withScope(scope, (tx) => seedCategories(tx, scope))
  ids = new Map((await listCategories(scope)).map((category) => [category.key, category.id]))
})

const rowOf = ({ text, minor = -500n, providerCategory, accountType }: Given): Categorisable => {
  const payee = cleanPayee(text)
  return {
    payee: payee.name,
    merchantKey: payee.key,
    rawDescription: text,
    minor,
    currency: 'USD',
    accountId: newId(),
    accountType: accountType ?? 'checking',
    providerCategory: providerCategory ?? null,
  }
}

async function decide(given: Given) {
  const found = await withScope(scope, async (tx) => (await loadCategoriser(tx, scope))(rowOf(given)))
  const key = [...ids].find(([, id]) => id === found?.categoryId)?.[0] ?? null
  return found ? { key, source: found.source, confidence: found.confidence } : null
}

const teach = (text: string, key: string, corrections: number) =>
  withScope(scope, (tx) =>
    tx.insert(merchants).values({
      householdId: scope.householdId,
      key: cleanPayee(text).key,
      name: text,
      categoryId: ids.get(key) ?? null,
      corrections,
    }),
  )

const rule = (value: string, key: string) =>
  createRule(scope, {
    field: 'payee',
    operator: 'contains',
    value,
    accountId: null,
    minMinor: null,
    maxMinor: null,
    categoryId: ids.get(key) ?? '',
    apply: false,
  })

describe('the order of sources', () => {
  test('rule, then corrections, then the provider, then the dictionary', async () => {
    const row = { text: 'STARBUCKS 0042 BOISE ID', providerCategory: 'FOOD_AND_DRINK_GROCERIES' }
    expect(await decide({ text: row.text })).toEqual({ key: 'coffee', source: 'merchant', confidence: 95 })
    expect(await decide(row)).toEqual({ key: 'groceries', source: 'provider', confidence: 88 })
    await teach(row.text, 'gifts', 1)
    expect(await decide(row)).toEqual({ key: 'gifts', source: 'learned', confidence: 85 })
    await rule('starbucks', 'books')
    expect(await decide(row)).toEqual({ key: 'books', source: 'rule', confidence: 100 })
  })

  test('one correction teaches every later row of the merchant, and more of them make it surer', async () => {
    await teach('SQ *NORTH END DELI 12 BOISE ID', 'gifts', 3)
    expect(await decide({ text: 'NORTH END DELI 4411 SEATTLE WA' })).toEqual({
      key: 'gifts',
      source: 'learned',
      confidence: 98,
    })
    expect((await decide({ text: 'SOUTH END DELI BOISE ID' }))?.source).toBe('merchant')
  })

  test('corrections that were taken back teach nothing', async () => {
    await teach('NORTH END DELI', 'gifts', 0)
    expect((await decide({ text: 'NORTH END DELI' }))?.source).toBe('merchant')
  })
})

describe('what a provider says', () => {
  test('a named group is refined by the dictionary, when that agrees with it', async () => {
    const text = 'STARBUCKS 0042'
    expect(await decide({ text, providerCategory: 'Food & Drink' })).toMatchObject({
      key: 'coffee',
      source: 'merchant',
      confidence: 98,
    })
    expect(await decide({ text, providerCategory: 'Travel' })).toEqual({
      key: 'other_travel',
      source: 'provider',
      confidence: 70,
    })
  })

  test('a category of the household’s own is found by its name', async () => {
    const own = await createCategory(scope, { name: 'Bé Na', parentId: null, kind: 'expense' })
    const found = await withScope(scope, async (tx) =>
      (await loadCategoriser(tx, scope))(rowOf({ text: 'KIDO 3', providerCategory: 'BE NA' })),
    )
    expect(found).toEqual({ categoryId: own.id, source: 'provider', confidence: 95 })
  })

  test('nobody knows: no category', async () => {
    expect(await decide({ text: 'QZX 12', providerCategory: 'Uncategorized' })).toBeNull()
  })
})

test('the same text in another direction or on a card is thought about again', async () => {
  const categorise = await withScope(scope, (tx) => loadCategoriser(tx, scope))
  const row = rowOf({ text: 'AUTOPAY RECEIVED', minor: 900n, accountType: 'credit_card' })
  expect(categorise(row)?.categoryId).toBe(ids.get('card_payment'))
  expect(categorise({ ...row, accountType: 'checking' })).toBeNull()
  expect(categorise({ ...row, minor: -900n })).toBeNull()
})
