'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useTransition } from 'react'
import { runAction } from '#components/transactions/run-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { archiveCategoryAction } from '#lib/categories/actions.ts'
import type { CategoryNode } from '#lib/categories/types.ts'
import { categoryName, rowsOfFamily } from '#lib/categories/view.ts'
import { CategorySelect } from './category-select.tsx'

type Props = { category: CategoryNode | null; onClose: () => void }

/** Asks where a category's rows go before it leaves the tree. */
export function CategoryRemoval({ category, onClose }: Props) {
  const t = useTranslations('categories')
  const formId = useId()
  const [busy, start] = useTransition()
  const rows = category ? rowsOfFamily(category) : 0
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const into = String(new FormData(event.currentTarget).get('into') ?? '')
    if (!category) return
    start(async () => {
      const done = await runAction(archiveCategoryAction({ id: category.id, into: into || null }))
      if (!done) return
      onClose()
      showToast({ text: t('merged', { count: done.moved }) })
    })
  }
  return (
    <Dialog
      title={category ? t('mergeTitle', { name: categoryName(category, t) }) : ''}
      description={t('mergeText', { count: rows })}
      open={category !== null}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button kind="danger" type="submit" form={formId} busy={busy}>
          {t('mergeDo')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="pt-2">
        <Field label={t('mergeInto')}>
          {(control) => <CategorySelect {...control} name="into" emptyLabel={t('mergeNone')} />}
        </Field>
      </form>
    </Dialog>
  )
}
