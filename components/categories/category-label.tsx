'use client'

import { useTranslations } from 'next-intl'
import { chartColour } from '#components/charts/chart-colour.ts'
import { Dot } from '#components/ui/badge.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { useCategories } from './category-context.tsx'

/** A category's dot and name; a hollow dot and words when there is none. */
export function CategoryLabel({ id, className }: { id: string | null; className?: string }) {
  const t = useTranslations('categories')
  const { byId } = useCategories()
  const category = id ? byId.get(id) : undefined
  return (
    <span className={classNames('inline-flex min-w-0 items-center gap-2', className)}>
      {category ? (
        <Dot colour={chartColour(category.color)} />
      ) : (
        <span aria-hidden className="size-2 shrink-0 rounded-full border border-border-strong" />
      )}
      <span className={classNames('truncate', !category && 'text-subtle')}>
        {category?.name ?? t('uncategorised')}
      </span>
    </span>
  )
}
