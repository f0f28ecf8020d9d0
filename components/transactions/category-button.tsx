'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCategories } from '#components/categories/category-context.tsx'
import { CategoryLabel } from '#components/categories/category-label.tsx'
import { CategoryMenu } from '#components/categories/category-menu.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Popover } from '#components/ui/popover.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { countOfPayeeAction, setCategoryAction, undoCategoriesAction } from '#lib/transactions/actions.ts'
import { runAction } from './run-action.ts'

export type CategoryButtonProps = {
  row: { id: string; payee: string; merchantKey: string; categoryId: string | null }
  /** Shows the choice before the server has answered. */
  onChange: (categoryId: string | null) => void
  className?: string
}

/** A row's category, and the menu that changes it: at once, with undo, for this row or always for the payee. */
export function CategoryButton({ row, onChange, className }: CategoryButtonProps) {
  const t = useTranslations('transactions')
  const c = useTranslations('categories')
  const { byId } = useCategories()
  const [open, setOpen] = useState(false)
  const [always, setAlways] = useState(false)
  const [others, setOthers] = useState<number | null>(null)

  const show = async (next: boolean) => {
    setOpen(next)
    if (!next) return
    setAlways(false)
    const counts = await countOfPayeeAction({ merchantKey: row.merchantKey })
    if (counts.ok) setOthers(Math.max(0, counts.data.changeable - 1))
  }

  const pick = async (categoryId: string | null) => {
    const before = row.categoryId
    setOpen(false)
    onChange(categoryId)
    const change = await runAction(setCategoryAction({ ids: [row.id], categoryId, always }))
    if (!change) return onChange(before)
    showToast({
      text: t('categorised', { count: change.changed }),
      onUndo: async () => {
        onChange(before)
        await runAction(undoCategoriesAction(change.undo))
      },
    })
  }

  const category = row.categoryId ? byId.get(row.categoryId)?.name : undefined
  return (
    <Popover
      open={open}
      onOpenChange={show}
      trigger={
        <button
          type="button"
          data-category
          aria-label={t('changeCategory', {
            payee: row.payee,
            category: category ?? c('uncategorised'),
          })}
          className={classNames(
            'move inline-flex min-h-8 max-w-full items-center rounded-small px-2 text-label transition-colors hover:bg-inset',
            className,
          )}
        >
          <CategoryLabel id={row.categoryId} />
        </button>
      }
    >
      <CategoryMenu
        value={row.categoryId}
        onPick={pick}
        footer={
          <Checkbox
            checked={always}
            onChange={(event) => setAlways(event.target.checked)}
            label={t('always', { payee: row.payee })}
            hint={others === null ? undefined : t('alwaysHint', { count: others })}
          />
        }
      />
    </Popover>
  )
}
