'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Category } from '#lib/categories/types.ts'
import { type CategoryOption, categoryOptions } from './category-options.ts'

type Known = { options: readonly CategoryOption[]; byId: ReadonlyMap<string, CategoryOption> }

const Known = createContext<Known>({ options: [], byId: new Map() })

/** Gives the client components below the household's categories, named once. */
export function CategoryProvider({
  categories,
  children,
}: {
  categories: readonly Category[]
  children: ReactNode
}) {
  const t = useTranslations('categories')
  const known = useMemo(() => {
    const options = categoryOptions(categories, t)
    return { options, byId: new Map(options.map((option) => [option.id, option])) }
  }, [categories, t])
  return <Known value={known}>{children}</Known>
}

export const useCategories = (): Known => use(Known)
