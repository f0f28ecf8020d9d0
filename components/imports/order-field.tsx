'use client'

import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { DateOrder } from '#lib/imports/read/types.ts'

export const dateOrders = ['mdy', 'dmy', 'ymd'] as const

type Props = {
  /** Null: not answered yet, and nothing is proposed. */
  value: DateOrder | null
  orders?: readonly DateOrder[]
  onChange: (order: DateOrder) => void
}

/** How a file writes its days. */
export function OrderField({ value, orders = dateOrders, onChange }: Props) {
  const t = useTranslations('imports.mapping')
  return (
    <Field label={t('dateOrder')}>
      {(control) => (
        <Select
          {...control}
          required
          value={value ?? ''}
          onChange={(event) => {
            const found = orders.find((order) => order === event.target.value)
            if (found) onChange(found)
          }}
        >
          {value === null && <option value="">{t('chooseOrder')}</option>}
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(order)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
