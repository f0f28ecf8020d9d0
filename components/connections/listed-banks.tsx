'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Input } from '#components/ui/input.tsx'
import { folded } from '#lib/connections/fold-name.ts'
import type { ListedBank } from '#lib/connections/listed-bank.ts'
import { PickRow } from './pick-row.tsx'

/** A country may have more than a thousand banks; nobody reads that far. */
const shownAtMost = 60

/** Banks to choose from, found by a part of the name without asking anybody again. */
export function ListedBanks({ banks }: { banks: readonly ListedBank[] }) {
  const t = useTranslations('connections.europe')
  const id = useId()
  const [query, setQuery] = useState('')
  const words = folded(query).split(/\s+/).filter(Boolean)
  const found = banks.filter(({ name }) => words.every((word) => folded(name).includes(word)))
  return (
    <>
      <div className="mb-5 max-w-md">
        <label htmlFor={id} className="mb-1.5 block text-label font-medium">
          {t('filter')}
        </label>
        <Input
          id={id}
          type="search"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <p aria-live="polite" className="mb-2 text-label text-muted">
        {t('count', { count: found.length })}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {found.slice(0, shownAtMost).map((bank) => (
          <li key={bank.id}>
            <PickRow
              href={`/link/with/enablebanking?bank=${encodeURIComponent(bank.id)}`}
              name={bank.name}
              prefetch={false}
            />
          </li>
        ))}
      </ul>
      {found.length > shownAtMost && (
        <p className="mt-3 text-muted">{t('more', { count: found.length - shownAtMost })}</p>
      )}
    </>
  )
}
