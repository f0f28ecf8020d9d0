'use client'

import type { ComponentProps } from 'react'
import { Select } from '#components/ui/select.tsx'
import { useCategories } from './category-context.tsx'

export type CategorySelectProps = ComponentProps<typeof Select> & {
  /** The entry with an empty value, before all others. */
  emptyLabel?: string
  /** An entry with the value `none`. */
  noneLabel?: string
}

/** The platform's list of categories; children are indented under their group. */
export function CategorySelect({ emptyLabel, noneLabel, ...rest }: CategorySelectProps) {
  const { options } = useCategories()
  return (
    <Select {...rest}>
      {emptyLabel && <option value="">{emptyLabel}</option>}
      {noneLabel && <option value="none">{noneLabel}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.group === null ? option.name : `\u2003${option.name}`}
        </option>
      ))}
    </Select>
  )
}
