import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withScope } from '#db/scope.ts'
import { updateAccount } from '#lib/accounts/mutations.ts'
import { archiveCategory } from '#lib/categories/mutations.ts'
import { asDate } from '#lib/core/calendar.ts'
import { loadCategoriser } from '#lib/rules/categorise.ts'
import { listRules } from '#lib/rules/queries.ts'
import { confirmTransfer, rejectTransfer } from './decide-transfers.ts'
import { pairTransfers } from './match-transfers.ts'
import { deleteTransactions, editTransactions, restoreTransactions, updateTransaction } from './mutations.ts'
import { getTransaction } from './queries.ts'
import { setCategory, undoCategories } from './set-category.ts'
import { splitTransaction } from './split.ts'
import { addRow, createLedger, type Ledger, rollupsAndEntries } from './testing/ledger.ts'

const span = { from: asDate('2026-11-01'), to: asDate('2026-11-30') }
const pair = (ledger: Ledger) => withScope(ledger.scope, (tx) => pairTransfers(tx, ledger.scope, span))

describe('a category by hand', () => {
  test('always for this payee makes a rule, changes the past but no choice of the user, and undo takes all back', async () => {
    const { scope, card, category } = await createLedger()
    const [a, b] = [
      await addRow(scope, { accountId: card, minor: -1n }),
      await addRow(scope, { accountId: card, minor: -2n, categoryId: category('books') }),
    ]
    const chosen = await addRow(scope, {
      accountId: card,
      minor: -3n,
      categoryId: category('gifts'),
      source: 'user',
    })
    const change = await setCategory(scope, { ids: [a], categoryId: category('groceries'), always: true })
    expect(change.changed).toBe(2)
    expect(await getTransaction(scope, a)).toMatchObject({
      categoryId: category('groceries'),
      categorySource: 'user',
    })
    expect(await getTransaction(scope, b)).toMatchObject({
      categoryId: category('groceries'),
      categorySource: 'rule',
    })
    expect(await getTransaction(scope, chosen)).toMatchObject({ categoryId: category('gifts') })
    expect(await listRules(scope)).toHaveLength(1)
    await undoCategories(scope, change.undo)
    expect(await getTransaction(scope, a)).toMatchObject({ categoryId: null, categorySource: null })
    expect(await getTransaction(scope, b)).toMatchObject({
      categoryId: category('books'),
      categorySource: 'merchant',
    })
    expect(await listRules(scope)).toEqual([])
    const { rollups, entries } = await rollupsAndEntries(scope)
    expect(rollups).toEqual(entries)
  })

  test('a correction teaches the next import, rules come first, a user’s household only', async () => {
    const ledger = await createLedger()
    const other = await createLedger()
    const { scope, card, category } = ledger
    const id = await addRow(scope, { accountId: card, minor: -1n, text: 'STARBUCKS 123' })
    const incoming = {
      payee: 'Starbucks',
      merchantKey: 'starbucks',
      rawDescription: 'STARBUCKS 9',
      minor: -5n,
      currency: 'USD',
      accountId: card,
      accountType: 'credit_card',
      providerCategory: 'FOOD_AND_DRINK_GROCERIES',
    }
    const decide = (of: Ledger) =>
      withScope(of.scope, async (tx) => (await loadCategoriser(tx, of.scope))(incoming))
    expect(await decide(ledger)).toMatchObject({ source: 'provider', categoryId: category('groceries') })
    await setCategory(scope, { ids: [id], categoryId: category('gifts'), always: false })
    expect(await decide(ledger)).toMatchObject({ source: 'learned', categoryId: category('gifts') })
    await setCategory(scope, { ids: [id], categoryId: category('books'), always: true })
    expect(await decide(ledger)).toMatchObject({
      source: 'rule',
      categoryId: category('books'),
      confidence: 100,
    })
    expect(await decide(other)).toMatchObject({ source: 'provider', categoryId: other.category('groceries') })
  })

  test('rows and categories of another household are not found', async () => {
    const ledger = await createLedger()
    const other = await createLedger()
    const id = await addRow(ledger.scope, { accountId: ledger.card, minor: -1n })
    const notFound = { code: 'not_found' }
    const books = ledger.category('books')
    await expect(
      setCategory(other.scope, { ids: [id], categoryId: null, always: false }),
    ).rejects.toMatchObject(notFound)
    await expect(
      setCategory(ledger.scope, { ids: [id], categoryId: other.category('books'), always: false }),
    ).rejects.toMatchObject(notFound)
    await expect(updateTransaction(other.scope, { id, note: 'x' })).rejects.toMatchObject(notFound)
    await expect(deleteTransactions(other.scope, { ids: [id] })).rejects.toMatchObject(notFound)
    await expect(splitTransaction(other.scope, { id, splits: [] })).rejects.toMatchObject(notFound)
    await expect(archiveCategory(other.scope, { id: books, into: null })).rejects.toMatchObject(notFound)
    await expect(updateAccount(other.scope, { id: ledger.card, name: 'x' })).rejects.toMatchObject(notFound)
    expect((await editTransactions(other.scope, { ids: [id], excluded: true })).ids).toEqual([])
  })
})

describe('a split', () => {
  test('sums exactly, not for pending rows or transfers, and can be taken back', async () => {
    const { scope, card, category } = await createLedger()
    const id = await addRow(scope, { accountId: card, minor: -1_000n })
    const parts = (second: string) => [
      { amount: '-6.00', categoryId: category('books') },
      { amount: second, categoryId: null },
    ]
    await expect(splitTransaction(scope, { id, splits: parts('-4.01') })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(
      (await splitTransaction(scope, { id, splits: parts('-4.00') })).splits.map(
        (split) => split.amount.minor,
      ),
    ).toEqual([-600n, -400n])
    await expect(setCategory(scope, { ids: [id], categoryId: null, always: false })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect((await splitTransaction(scope, { id, splits: [] })).isSplit).toBe(false)
    const pending = await addRow(scope, { accountId: card, minor: -1_000n, status: 'pending' })
    await expect(splitTransaction(scope, { id: pending, splits: parts('-4.00') })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('transfers', () => {
  test('the destination decides the kind; a rejected pair stays apart; confirming brings it back', async () => {
    const ledger = await createLedger()
    const { scope, checking, savings, card } = ledger
    const out = await addRow(scope, {
      accountId: checking,
      minor: -50_000n,
      text: 'ONLINE TRANSFER TO SAV ...3255',
    })
    const into = await addRow(scope, {
      accountId: savings,
      minor: 50_000n,
      text: 'TRANSFER FROM CHK',
      date: '2026-11-12',
    })
    const paid = await addRow(scope, { accountId: checking, minor: -12_345n, text: 'CARD AUTOPAY' })
    const thanks = await addRow(scope, { accountId: card, minor: 12_345n, text: 'PAYMENT THANK YOU' })
    const alone = await addRow(scope, { accountId: card, minor: 999n, text: 'PAYMENT THANK YOU' })
    const refund = await addRow(scope, { accountId: card, minor: 888n, text: 'AMAZON.COM REFUND' })
    expect(await pair(ledger)).toEqual({ pairs: 2, oneSided: 1 })
    expect(await getTransaction(scope, out)).toMatchObject({
      kind: 'transfer',
      bucket: 'transfer',
      transfer: { id: into },
    })
    expect((await getTransaction(scope, paid)).kind).toBe('card_payment')
    expect((await getTransaction(scope, thanks)).kind).toBe('card_payment')
    expect(await getTransaction(scope, alone)).toMatchObject({ kind: 'card_payment', transfer: null })
    expect((await getTransaction(scope, refund)).kind).toBe('standard')
    expect(await pair(ledger)).toEqual({ pairs: 0, oneSided: 0 })
    await rejectTransfer(scope, { id: into })
    expect((await getTransaction(scope, out)).kind).toBe('standard')
    expect(await pair(ledger)).toEqual({ pairs: 0, oneSided: 0 })
    expect(await confirmTransfer(scope, { a: out, b: into })).toMatchObject({
      kind: 'transfer',
      transfer: { id: into },
    })
    const { rollups, entries } = await rollupsAndEntries(scope)
    expect(rollups).toEqual(entries)
  })
})

const edit = fc.record({
  what: fc.constantFrom(
    'category',
    'exclude',
    'kind',
    'delete',
    'restore',
    'split',
    'whole',
    'pair',
    'archive',
    'type',
  ),
  row: fc.nat({ max: 7 }),
  pick: fc.nat({ max: 3 }),
})

test('after any edits the rollups are what the entries sum to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 14 }), async (edits) => {
      const ledger = await createLedger()
      const { scope, category } = ledger
      const rows: string[] = []
      for (let index = 0; index < 8; index++) {
        const accountId = [ledger.checking, ledger.savings, ledger.card][index % 3] ?? ''
        const minor = (index % 2 ? 1n : -1n) * BigInt(1_000 * (1 + (index >> 2)))
        rows.push(
          await addRow(scope, {
            accountId,
            minor,
            text: `SHOP ${'abc'[index % 3]}`,
            categoryId: category('books'),
          }),
        )
      }
      const keys = ['groceries', 'salary', 'transfer', 'fuel']
      for (const { what, row, pick } of edits) {
        const id = rows[row] ?? ''
        const categoryId = category(keys[pick] ?? 'fuel')
        const kind = (['standard', 'one_off', 'transfer', 'card_payment'] as const)[pick] ?? 'standard'
        const half = [
          { amount: '-4.00', categoryId },
          { amount: '-6.00', categoryId: null },
        ]
        const steps = {
          category: () => setCategory(scope, { ids: [id], categoryId, always: pick === 0 }),
          exclude: () => editTransactions(scope, { ids: [id], excluded: pick > 1 }),
          kind: () => updateTransaction(scope, { id, kind }),
          delete: () => deleteTransactions(scope, { ids: [id] }),
          restore: () => restoreTransactions(scope, { ids: [id] }),
          split: () => splitTransaction(scope, { id, splits: half }),
          whole: () => splitTransaction(scope, { id, splits: [] }),
          pair: () => pair(ledger),
          archive: () =>
            archiveCategory(scope, { id: category('books'), into: pick > 1 ? categoryId : null }),
          type: () => updateAccount(scope, { id: ledger.savings, type: pick > 1 ? 'loan' : 'investment' }),
        }
        await steps[what]().catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'AppError')) throw error
        })
        const { rollups, entries } = await rollupsAndEntries(scope)
        expect(rollups).toEqual(entries)
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
