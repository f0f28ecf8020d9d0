'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'

const names = {
  q: parseAsString,
  account: parseAsString,
  category: parseAsString,
  from: parseAsString,
  to: parseAsString,
  min: parseAsString,
  max: parseAsString,
  status: parseAsString,
  kind: parseAsString,
  bucket: parseAsString,
  merchant: parseAsString,
  import: parseAsString,
  review: parseAsString,
  search: parseAsString,
}

export type FilterName = keyof typeof names
export type FilterValues = Record<FilterName, string | null>

/** The filters as the address holds them; a change renders the list again on the server. */
export function useFilterState() {
  const [busy, start] = useTransition()
  const [values, setValues] = useQueryStates(names, {
    shallow: false,
    startTransition: start,
    history: 'replace',
  })
  return {
    values,
    busy,
    set: (change: Partial<FilterValues>) => void setValues({ ...change, search: null }),
    clear: () => void setValues(null),
  }
}
