'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useTransition } from 'react'
import { chartColour } from '#components/charts/chart-colour.ts'
import { runAction } from '#components/transactions/run-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { createCategoryAction, updateCategoryAction } from '#lib/categories/actions.ts'
import type { CategoryNode } from '#lib/categories/types.ts'
import { categoryName } from '#lib/categories/view.ts'

/** A category to change, or (null) a new one under `parent` or as a group. */
export type Editing = { category: CategoryNode | null; parent: CategoryNode | null }

const hues = [1, 2, 3, 4, 5, 6]
const kinds = ['expense', 'income', 'transfer'] as const

/** Name and colour; for a new group also what it is. */
export function CategoryEditor({ editing, onClose }: { editing: Editing | null; onClose: () => void }) {
  const t = useTranslations('categories')
  const formId = useId()
  const [busy, start] = useTransition()
  const category = editing?.category ?? null
  const shown = category ? categoryName(category, t) : ''

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const name = String(data.get('name') ?? '').trim()
    const color = Number(data.get('color'))
    const kind = kinds.find((known) => known === data.get('kind'))
    start(async () => {
      const saved = category
        ? await runAction(
            updateCategoryAction({
              id: category.id,
              color,
              ...(name === shown ? {} : { name: name || null }),
            }),
          )
        : await runAction(createCategoryAction({ name, color, kind, parentId: editing?.parent?.id ?? null }))
      if (!saved) return
      onClose()
      showToast({ text: t('saved') })
    })
  }

  return (
    <Dialog
      title={category ? t('editTitle') : t('addTitle')}
      description={editing?.parent ? t('addChild', { name: categoryName(editing.parent, t) }) : undefined}
      open={editing !== null}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button kind="primary" type="submit" form={formId} busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t('name')} hint={category?.key && category.name ? t('originalName') : undefined}>
          {(control) => (
            <Input {...control} name="name" required={!category?.key} maxLength={60} defaultValue={shown} />
          )}
        </Field>
        {!category && !editing?.parent && (
          <Field label={t('kindLabel')}>
            {(control) => (
              <Select {...control} name="kind" defaultValue="expense">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <fieldset>
          <legend className="mb-1.5 text-label font-medium">{t('color')}</legend>
          <div className="flex gap-2">
            {hues.map((hue) => (
              <label
                key={hue}
                className="grid size-10 cursor-pointer place-items-center rounded-full has-checked:outline-2 has-checked:outline-text has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name="color"
                  value={hue}
                  defaultChecked={hue === (category?.color ?? editing?.parent?.color ?? 1)}
                  aria-label={t('colorNumber', { number: hue })}
                  className="sr-only"
                />
                <span aria-hidden className="size-7 rounded-full" style={{ background: chartColour(hue) }} />
              </label>
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  )
}
