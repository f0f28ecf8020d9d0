'use client'

import { useTransition } from 'react'
import { Select } from '#components/ui/select.tsx'
import { useRouter } from '#lib/i18n/navigation.ts'

export type AccountFilterProps = {
  label: string
  value: string
  options: readonly { value: string; label: string; href: string }[]
}

/** Which account the page is about; the choice lives in the address. */
export function AccountFilter({ label, value, options }: AccountFilterProps) {
  const router = useRouter()
  const [busy, start] = useTransition()
  return (
    <Select
      aria-label={label}
      aria-busy={busy || undefined}
      value={value}
      className="w-full sm:w-56"
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) start(() => router.push(chosen.href, { scroll: false }))
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}
