'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useId } from 'react'
import { Input } from '#components/ui/input.tsx'

/** The query lives in the URL; the list below follows it. */
export function BankSearch({ label, placeholder }: { label: string; placeholder: string }) {
  const id = useId()
  const [query, setQuery] = useQueryState('q', parseAsString.withDefault('').withOptions({ shallow: false }))
  return (
    <div className="mb-5 max-w-md">
      <label htmlFor={id} className="mb-1.5 block text-label font-medium">
        {label}
      </label>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={placeholder}
        value={query}
        onChange={(event) => setQuery(event.target.value || null)}
      />
    </div>
  )
}
