import type { Spending, SpendingGroup } from './types.ts'

export type TreeNode = {
  key: string
  label: string
  slot: number | null
  net: bigint
  before: bigint
  count: number
  children: TreeNode[]
}

export type TreeLook = { id: string; label: string; color: number; parentId: string | null }

/** Groups with their children, largest first, beside what they were before. A group's own rows become a child of its own. */
export function categoryTree(
  now: Spending,
  before: Spending,
  looks: readonly TreeLook[],
  ownLabel: (name: string) => string,
): TreeNode[] {
  const lookOf = new Map(looks.map((look) => [look.id, look]))
  const past = new Map(before.data.map((group) => [group.key, group]))
  const keys = new Set([...now.data, ...before.data].map((group) => group.key))
  const current = new Map(now.data.map((group) => [group.key, group]))
  const roots = new Map<string, TreeNode>()
  for (const key of keys) {
    const known = current.get(key) ?? past.get(key)
    if (!known) continue
    const leaf = nodeOf(known, current.get(key), past.get(key))
    const parent = known.parentId ? lookOf.get(known.parentId) : undefined
    const rootKey = parent?.id ?? key
    const root = roots.get(rootKey) ?? {
      ...nodeOf(known, undefined, undefined),
      key: rootKey,
      label: parent?.label ?? known.label,
      slot: parent?.color ?? known.color ?? null,
    }
    root.net += leaf.net
    root.before += leaf.before
    root.count += leaf.count
    root.children.push(leaf)
    roots.set(rootKey, root)
  }
  const largest = (a: TreeNode, b: TreeNode) =>
    a.net === b.net ? (a.label < b.label ? -1 : 1) : a.net > b.net ? -1 : 1
  return [...roots.values()].sort(largest).map((root) => ({
    ...root,
    children:
      root.children.length === 1 && root.children[0]?.key === root.key
        ? []
        : root.children
            .map((child) => (child.key === root.key ? { ...child, label: ownLabel(root.label) } : child))
            .sort(largest),
  }))
}

const nodeOf = (
  known: SpendingGroup,
  now: SpendingGroup | undefined,
  before: SpendingGroup | undefined,
): TreeNode => ({
  key: known.key,
  label: known.label,
  slot: known.color ?? null,
  net: now?.net ?? 0n,
  before: before?.net ?? 0n,
  count: now?.count ?? 0,
  children: [],
})
