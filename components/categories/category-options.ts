import type { Category } from '#lib/categories/types.ts'
import { categoryName } from '#lib/categories/view.ts'
import { fold } from '#lib/merchants/words.ts'

export type CategoryOption = {
  id: string
  name: string
  color: number
  /** Null for a group. */
  group: string | null
  groupId: string
  /** Folded name and group, for searching. */
  words: string
}

/** Groups followed by their children, with names in the person's language. */
export function categoryOptions(
  categories: readonly Category[],
  translate: (key: never) => string,
): CategoryOption[] {
  const groups = categories.filter((category) => category.parentId === null)
  return groups.flatMap((group) => {
    const groupName = categoryName(group, translate)
    const option = (category: Category): CategoryOption => {
      const name = categoryName(category, translate)
      const isGroup = category.parentId === null
      return {
        id: category.id,
        name,
        color: category.color,
        group: isGroup ? null : groupName,
        groupId: group.id,
        words: fold(`${name} ${groupName} ${category.key ?? ''}`),
      }
    }
    const children = categories.filter((category) => category.parentId === group.id)
    return [option(group), ...children.map(option)]
  })
}
