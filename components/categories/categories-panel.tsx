import { requireScope } from '#lib/auth/scope.ts'
import { categoryTree } from '#lib/categories/queries.ts'
import { CategoryProvider } from './category-context.tsx'
import { CategoryTree } from './category-tree.tsx'

/** The tree with how often each category is used. */
export async function CategoriesPanel() {
  const scope = await requireScope()
  const tree = await categoryTree(scope)
  const flat = tree.flatMap((group) => [group, ...group.children])
  return (
    <CategoryProvider categories={flat}>
      <CategoryTree tree={tree} />
    </CategoryProvider>
  )
}
