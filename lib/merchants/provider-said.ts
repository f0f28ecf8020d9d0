import type { CategoryKey } from '#lib/categories/taxonomy.ts'

/** `coarse`: only a group was named (`Food & Drink`), for which the category is its most usual leaf. */
export type ProviderSaid = { category: CategoryKey; coarse: boolean }
