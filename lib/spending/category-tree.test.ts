import { expect, test } from 'vitest'
import { categoryTree } from './category-tree.ts'
import type { Spending, SpendingGroup } from './types.ts'

const group = (key: string, net: bigint, parentId: string | null = null): SpendingGroup => ({
  key,
  label: key,
  color: 2,
  parentId,
  gross: net,
  refunds: 0n,
  net,
  count: 1,
})

const spending = (...data: SpendingGroup[]): Spending => ({
  currency: 'USD',
  data,
  total: { gross: 0n, refunds: 0n, net: 0n, count: 0 },
  excluded: [],
  missing: 0,
})

test('children gather under their group; what was there before stays visible', () => {
  const tree = categoryTree(
    spending(group('groceries', 30n, 'food'), group('food', 5n), group('rent', 20n, 'housing')),
    spending(group('coffee', 8n, 'food'), group('none', 4n)),
    [
      { id: 'food', label: 'Food', color: 1, parentId: null },
      { id: 'housing', label: 'Home', color: 3, parentId: null },
    ],
    (name) => `${name} itself`,
  )
  expect(tree.map(({ label, slot, net, before, count }) => [label, slot, net, before, count])).toEqual([
    ['Food', 1, 35n, 8n, 2],
    ['Home', 3, 20n, 0n, 1],
    ['none', 2, 0n, 4n, 0],
  ])
  expect(tree[0]?.children.map((child) => child.label)).toEqual(['groceries', 'Food itself', 'coffee'])
  expect(tree[2]?.children).toEqual([])
})
