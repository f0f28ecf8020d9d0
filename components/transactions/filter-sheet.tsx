'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { CategorySelect } from '#components/categories/category-select.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import type { FilterValues } from './filter-state.ts'

export type FilterSheetProps = {
  values: FilterValues
  accountNames: Readonly<Record<string, string>>
  onApply: (change: Partial<FilterValues>) => void
  trigger: ReactElement
}

const fields = ['account', 'category', 'from', 'to', 'min', 'max', 'status', 'review'] as const

/** All filters in one form; nothing changes until it is sent. */
export function FilterSheet({ values, accountNames, onApply, trigger }: FilterSheetProps) {
  const t = useTranslations('transactions')
  const none = useTranslations('categories')('uncategorised')
  const formId = useId()
  const [open, setOpen] = useState(false)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null
    onApply(Object.fromEntries(fields.map((name) => [name, text(name)?.replace(',', '.') ?? null])))
    setOpen(false)
  }

  return (
    <Sheet
      title={t('filters')}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      footer={
        <Button kind="primary" type="submit" form={formId}>
          {t('apply')}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t('account')}>
          {(control) => (
            <Select {...control} name="account" defaultValue={values.account ?? ''}>
              <option value="">{t('allAccounts')}</option>
              {Object.entries(accountNames).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('category')}>
          {(control) => (
            <CategorySelect
              {...control}
              name="category"
              emptyLabel={t('allCategories')}
              noneLabel={none}
              defaultValue={values.category ?? ''}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('from')}>
            {(control) => <Input {...control} type="date" name="from" defaultValue={values.from ?? ''} />}
          </Field>
          <Field label={t('to')}>
            {(control) => <Input {...control} type="date" name="to" defaultValue={values.to ?? ''} />}
          </Field>
          <Field label={t('min')}>
            {(control) => (
              <Input {...control} inputMode="decimal" name="min" defaultValue={values.min ?? ''} />
            )}
          </Field>
          <Field label={t('max')}>
            {(control) => (
              <Input {...control} inputMode="decimal" name="max" defaultValue={values.max ?? ''} />
            )}
          </Field>
        </div>
        <Field label={t('status')}>
          {(control) => (
            <Select {...control} name="status" defaultValue={values.status ?? ''}>
              <option value="">{t('anyStatus')}</option>
              <option value="posted">{t('posted')}</option>
              <option value="pending">{t('pending')}</option>
            </Select>
          )}
        </Field>
        <Field label={t('reviewLabel')}>
          {(control) => (
            <Select {...control} name="review" defaultValue={values.review ?? ''}>
              <option value="">{t('anyStatus')}</option>
              <option value="needed">{t('review')}</option>
            </Select>
          )}
        </Field>
      </form>
    </Sheet>
  )
}
