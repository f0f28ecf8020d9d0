import { expect, test } from 'vitest'
import { createAccount, deleteAccount, updateAccount } from '#lib/accounts/mutations.ts'
import { balanceHistory, getAccount, listAccounts } from '#lib/accounts/queries.ts'
import { archiveCategory, createCategory, updateCategory } from '#lib/categories/mutations.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { asDate } from '#lib/core/calendar.ts'
import { applyRule, createRule, deleteRule, reorderRules } from '#lib/rules/mutations.ts'
import { listRules, testRule } from '#lib/rules/queries.ts'
import { getTransaction, listTransactions } from './queries.ts'
import { addRow, createLedger, rollupsAndEntries } from './testing/ledger.ts'

const notFound = { code: 'not_found' }
const anywhere = { accountId: null, minMinor: null, maxMinor: null }

test('a typed balance runs backwards through posted rows only, and a stranger sees nothing of it', async () => {
  const { scope } = await createLedger()
  const other = await createLedger()
  const account = await createAccount(scope, { name: 'Wallet', type: 'cash', currency: 'USD' })
  await updateAccount(scope, { id: account.id, balance: { amount: '100.00', asOf: asDate('2026-11-12') } })
  await addRow(scope, { accountId: account.id, minor: -500n, date: '2026-11-11' })
  await addRow(scope, { accountId: account.id, minor: -200n, date: '2026-11-13' })
  await addRow(scope, { accountId: account.id, minor: -900n, date: '2026-11-13', status: 'pending' })
  const span = { from: asDate('2026-11-10'), to: asDate('2026-11-13'), accountIds: [account.id] }
  const points = (await balanceHistory(scope, span))[0]?.points
  expect(points?.map((point) => point.minor)).toEqual([10_000n, 10_000n, 9_800n])
  expect(await balanceHistory(other.scope, span)).toEqual([])
  await expect(getAccount(other.scope, account.id)).rejects.toMatchObject(notFound)
  await expect(deleteAccount(other.scope, { id: account.id })).rejects.toMatchObject(notFound)
})

test('an older typed balance does not replace a newer one, and too many decimals are refused', async () => {
  const { scope } = await createLedger()
  const input = { name: 'A', type: 'cash' as const, currency: 'VND', balance: { amount: '5000' } }
  const { id } = await createAccount(scope, input)
  await updateAccount(scope, { id, balance: { amount: '1', asOf: asDate('2026-01-01') } })
  expect((await getAccount(scope, id)).balance?.minor).toBe(5_000n)
  const wrong = updateAccount(scope, { id, balance: { amount: '1.5' } })
  await expect(wrong).rejects.toMatchObject({ code: 'invalid' })
})

test('deleting an account takes its rows and its sums along', async () => {
  const { scope, checking, savings } = await createLedger()
  await addRow(scope, { accountId: checking, minor: -500n })
  await addRow(scope, { accountId: savings, minor: -700n })
  expect(await deleteAccount(scope, { id: checking })).toEqual({ rows: 1 })
  expect((await listAccounts(scope)).map((account) => account.id)).not.toContain(checking)
  expect((await listTransactions(scope, {}, null)).rows).toHaveLength(1)
  const { rollups, entries } = await rollupsAndEntries(scope)
  expect(rollups).toEqual(entries)
})

test('a rule is tested, applied in its order and kept within its household', async () => {
  const { scope, card, category } = await createLedger()
  const other = await createLedger()
  const shop = await addRow(scope, { accountId: card, minor: -4_000n, text: "MAMA ROSA'S DELI #4" })
  const chosen = await addRow(scope, {
    accountId: card,
    minor: -1n,
    text: "MAMA ROSA'S DELI",
    categoryId: category('gifts'),
    source: 'user',
  })
  const condition = {
    field: 'payee' as const,
    operator: 'contains' as const,
    value: 'mama rosa’s',
    ...anywhere,
  }
  const groceries = category('groceries')
  expect(await testRule(scope, { condition, categoryId: groceries })).toMatchObject({
    matches: 2,
    changes: 1,
  })
  expect(await testRule(other.scope, { condition, categoryId: null })).toMatchObject({ matches: 0 })
  const large = { ...condition, minMinor: 3_000n }
  const first = await createRule(scope, { ...condition, categoryId: groceries, apply: true })
  const second = await createRule(scope, { ...large, categoryId: category('books'), apply: false })
  expect(first.changed).toBe(1)
  await reorderRules(scope, { ids: [first.rule.id, second.rule.id] })
  expect(await applyRule(scope, { id: second.rule.id })).toEqual({ changed: 0 })
  await reorderRules(scope, { ids: [second.rule.id, first.rule.id] })
  expect(await applyRule(scope, { id: second.rule.id })).toEqual({ changed: 1 })
  expect((await getTransaction(scope, shop)).categoryId).toBe(category('books'))
  expect((await getTransaction(scope, chosen)).categoryId).toBe(category('gifts'))
  await expect(deleteRule(other.scope, { id: first.rule.id })).rejects.toMatchObject(notFound)
  expect(await listRules(scope)).toHaveLength(2)
})

test('a category is added, renamed and merged with its rows', async () => {
  const { scope, card, category } = await createLedger()
  const own = await createCategory(scope, { name: 'Bánh mì', parentId: category('food'), kind: 'income' })
  expect(own.kind).toBe('expense')
  const deeper = createCategory(scope, { name: 'Deeper', parentId: own.id, kind: 'expense' })
  await expect(deeper).rejects.toMatchObject({ code: 'invalid' })
  await expect(updateCategory(scope, { id: own.id, name: null })).rejects.toMatchObject({ code: 'invalid' })
  const id = await addRow(scope, { accountId: card, minor: -30_000n, categoryId: own.id })
  expect(await archiveCategory(scope, { id: own.id, into: category('fast_food') })).toEqual({ moved: 1 })
  expect((await getTransaction(scope, id)).categoryId).toBe(category('fast_food'))
  expect((await listCategories(scope)).some((known) => known.id === own.id)).toBe(false)
})
