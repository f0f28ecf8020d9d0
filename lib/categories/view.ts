import { isCategoryKey } from './taxonomy.ts'
import { type Category, type CategoryNode, type CategorySource, unsureBelow } from './types.ts'

/** A translator of the `categories` namespace: next-intl's in the browser, `translatorFor` elsewhere. */
type Translate = (key: never) => string

const say = (translate: Translate, key: string): string => translate(key as never)

/** What people read: the household's own name, else the built-in one in their language. */
export function categoryName(category: Pick<Category, 'key' | 'name'> | null, translate: Translate): string {
  if (!category) return say(translate, 'uncategorised')
  if (category.name) return category.name
  return category.key && isCategoryKey(category.key) ? say(translate, `names.${category.key}`) : ''
}

type Found = {
  categoryId: string | null
  categorySource: CategorySource | null
  categoryConfidence: number | null
}

/** Whether a row's category is a suggestion to look at: found, not chosen, and with little confidence. */
export const isSuggestion = (row: Found): boolean =>
  row.categoryId !== null &&
  row.categorySource !== null &&
  row.categorySource !== 'user' &&
  (row.categoryConfidence ?? 100) < unsureBelow

/** Rows of a category and of those under it. */
export const rowsOfFamily = (category: CategoryNode): number =>
  category.children.reduce((sum, child) => sum + child.rows, category.rows)
