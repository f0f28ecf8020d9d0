import { isCategoryKey } from './taxonomy.ts'
import type { Category } from './types.ts'

/** A translator of the `categories` namespace: next-intl's in the browser, `translatorFor` elsewhere. */
type Translate = (key: never) => string

const say = (translate: Translate, key: string): string => translate(key as never)

/** What people read: the household's own name, else the built-in one in their language. */
export function categoryName(category: Pick<Category, 'key' | 'name'> | null, translate: Translate): string {
  if (!category) return say(translate, 'uncategorised')
  if (category.name) return category.name
  return category.key && isCategoryKey(category.key) ? say(translate, `names.${category.key}`) : ''
}
