import type { Category } from '#lib/categories/types.ts'
import { categoryName } from '#lib/categories/view.ts'
import type { Scope } from '#lib/core/scope.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import { categoryBody } from './serialise.ts'

/** A category with its name in the language of the token's owner. */
export const namedCategory = (scope: Scope, category: Category) =>
  categoryBody(category, categoryName(category, translatorFor(scope.locale, 'categories')))
