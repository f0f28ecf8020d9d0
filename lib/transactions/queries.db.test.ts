import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import { updateAccount } from '#lib/accounts/mutations.ts'
import { asDate } from '#lib/core/calendar.ts'
import { updateTransaction } from './mutations.ts'
import { getTransaction, listTransactions } from './queries.ts'
import { type TransactionFilters, transactionFiltersSchema } from './schema.ts'
import { splitTransaction } from './split.ts'
import { addAccount, addRow, createLedger, type Ledger } from './testing/ledger.ts'
import { totalTransactions } from './totals.ts'
import type { TransactionCursor } from './types.ts'

let ledger: Ledger
let other: Ledger
const ids: Record<string, string> = {}

beforeAll(async () => {
  ledger = await createLedger()
  other = await createLedger()
  const { scope, checking, card, category } = ledger
  ids.shop = await addRow(scope, {
    accountId: card,
    minor: -4_250n,
    text: 'WHOLEFDS 1025 BERKELEY CA',
    categoryId: category('groceries'),
    date: '2026-11-20',
  })
  ids.pho = await addRow(scope, {
    accountId: card,
    minor: -1_500n,
    text: 'Phở Hà Nội Quán Ăn',
    categoryId: category('eating_out'),
    date: '2026-11-20',
  })
  ids.pay = await addRow(scope, {
    accountId: checking,
    minor: 250_000n,
    text: 'ACME PAYROLL',
    categoryId: category('salary'),
    date: '2026-11-15',
  })
  ids.wait = await addRow(scope, {
    accountId: card,
    minor: -900n,
    text: 'COFFEE 100%_REAL',
    status: 'pending',
    date: '2026-11-22',
  })
  ids.none = await addRow(scope, {
    accountId: checking,
    minor: -7_000n,
    text: 'UNKNOWN THING',
    memo: 'for the garden',
    date: '2026-11-01',
  })
})

const list = async (filters: Partial<TransactionFilters>): Promise<string[]> => {
  const page = await listTransactions(ledger.scope, transactionFiltersSchema.parse(filters), null, 100)
  return page.rows.map((row) => Object.keys(ids).find((key) => ids[key] === row.id) ?? row.id)
}

test('rows to review have no category or a doubtful one, and nobody chose it', async () => {
  const other = await createLedger()
  const parts = { accountId: other.checking, minor: -100n, categoryId: other.category('gifts') }
  const doubtful = await addRow(other.scope, { ...parts, source: 'merchant' })
  await addRow(other.scope, { ...parts, source: 'user' })
  await addRow(other.scope, { ...parts, source: 'merchant' })
  const bare = await addRow(other.scope, { accountId: other.checking, minor: -100n })
  await withScope(other.scope, (tx) =>
    tx.update(transactions).set({ categoryConfidence: 60 }).where(eq(transactions.id, doubtful)),
  )
  const page = await listTransactions(other.scope, { review: 'needed' }, null, 100)
  expect(page.rows.map((found) => found.id).sort()).toEqual([doubtful, bare].sort())
})

describe('listTransactions', () => {
  test('runs newest first, and each filter narrows it', async () => {
    expect(await list({})).toEqual(['wait', 'pho', 'shop', 'pay', 'none'])
    expect(await list({ account: [ledger.checking] })).toEqual(['pay', 'none'])
    expect(await list({ category: ledger.category('food') })).toEqual(['pho', 'shop'])
    expect(await list({ category: ledger.category('groceries') })).toEqual(['shop'])
    expect(await list({ category: 'none' })).toEqual(['wait', 'none'])
    expect(await list({ from: asDate('2026-11-15'), to: asDate('2026-11-20') })).toEqual([
      'pho',
      'shop',
      'pay',
    ])
    expect(await list({ min: '42.5', max: '70' })).toEqual(['shop', 'none'])
    expect(await list({ status: 'pending' })).toEqual(['wait'])
    expect(await list({ bucket: ['income'] })).toEqual(['pay'])
    expect(await list({ merchant: 'whole foods' })).toEqual(['shop'])
  })

  test('search knows neither case nor accents, takes every word, and treats % as a letter', async () => {
    expect(await list({ q: 'PHO ha noi' })).toEqual(['pho'])
    expect(await list({ q: 'phở quán' })).toEqual(['pho'])
    expect(await list({ q: 'pho berkeley' })).toEqual([])
    expect(await list({ q: 'garden' })).toEqual(['none'])
    expect(await list({ q: '100%_r' })).toEqual(['wait'])
    expect(await list({ q: '10_%' })).toEqual([])
    expect(await list({ q: '42.50' })).toEqual(['shop'])
  })

  test('pages without loss or repetition, while rows are added above', async () => {
    const { scope, checking } = await createLedger()
    for (let index = 0; index < 25; index++)
      await addRow(scope, {
        accountId: checking,
        minor: -100n,
        date: `2026-10-${String(1 + (index % 5)).padStart(2, '0')}`,
      })
    const seen: string[] = []
    let cursor: TransactionCursor | null = null
    do {
      const page = await listTransactions(scope, {}, cursor, 7)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.nextCursor
      await addRow(scope, { accountId: checking, minor: -1n, date: '2026-11-01' })
    } while (cursor)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })

  test('another household sees and finds nothing', async () => {
    expect((await listTransactions(other.scope, { account: [ledger.card] }, null)).rows).toEqual([])
    expect((await totalTransactions(other.scope, { account: [ledger.card] })).count).toBe(0)
    await expect(getTransaction(other.scope, ids.shop ?? '')).rejects.toMatchObject({ code: 'not_found' })
    await expect(getTransaction(ledger.scope, 'no-id')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('rows of a hidden account show only when it is named', async () => {
    const { scope } = ledger
    const hidden = await addAccount(scope, 'cash')
    const id = await addRow(scope, { accountId: hidden, minor: -5n })
    await updateAccount(scope, { id: hidden, hidden: true })
    expect(await list({})).not.toContain(id)
    expect(await list({ account: [hidden] })).toEqual([id])
  })
})

describe('totalTransactions', () => {
  test('sums what counts and says what it leaves out, the same from rollups and from rows', async () => {
    const fromRollups = await totalTransactions(ledger.scope, {})
    const fromRows = await totalTransactions(ledger.scope, { min: '0' })
    expect(fromRows).toEqual(fromRollups)
    expect(fromRollups.currencies).toEqual([{ currency: 'USD', count: 4, in: 250_000n, out: -12_750n }])
    expect(fromRollups.leftOut).toEqual([{ reason: 'pending', count: 1 }])
  })

  test('a category counts only the matching parts of a split', async () => {
    const { scope, checking, category } = await createLedger()
    const id = await addRow(scope, { accountId: checking, minor: -1_000n })
    const parts = [
      { amount: '-7.00', categoryId: category('groceries') },
      { amount: '-3.00', categoryId: category('books') },
    ]
    await splitTransaction(scope, { id, splits: parts })
    const totals = await totalTransactions(scope, { category: category('groceries') })
    expect(totals.currencies).toEqual([{ currency: 'USD', count: 1, in: 0n, out: -700n }])
    expect(
      (await listTransactions(scope, { category: category('food') }, null)).rows.map((row) => row.id),
    ).toEqual([id])
  })
})

test('a stale version is a conflict', async () => {
  const row = await getTransaction(ledger.scope, ids.none ?? '')
  await updateTransaction(ledger.scope, { id: row.id, version: row.version, note: 'seeds' })
  await expect(
    updateTransaction(ledger.scope, { id: row.id, version: row.version, note: 'x' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await list({ q: 'seeds' })).toEqual(['none'])
})

test('the store folds texts like the code does', async () => {
  const { bulk } = await import('#db/scope.ts')
  const { fold } = await import('#lib/merchants/words.ts')
  const texts = ['ĐIỆN LỰC Hồ Chí Minh', 'Bách Hoá XANH', 'Café ÜBER', 'plain ASCII 12']
  const folded = await withScope(ledger.scope, (tx) =>
    bulk<{ text: string }>(tx, 'select search_fold(t) as text from unnest($1::text[]) as t', [texts]),
  )
  expect(folded.map((row) => row.text)).toEqual(texts.map(fold))
})
