'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { useCategories } from '#components/categories/category-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'
import { parseDate } from '#lib/core/calendar.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { filtersOf } from '#lib/transactions/search-params.ts'
import { FilterSheet } from './filter-sheet.tsx'
import { type FilterName, type FilterValues, useFilterState } from './filter-state.ts'

export type FilterBarProps = { accountNames: Readonly<Record<string, string>> }

type Chip = { name: FilterName; text: string }

function useChips(values: FilterValues, accountNames: Readonly<Record<string, string>>): Chip[] {
  const t = useTranslations('transactions')
  const c = useTranslations('categories')
  const locale = useLocale()
  const { byId } = useCategories()
  const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? undefined]))
  const filters = filtersOf(plain)
  const day = (text: string): string => {
    const date = parseDate(text)
    return date ? formatDate(date, locale) : text
  }
  const chips: (Chip | null)[] = [
    filters.account
      ? { name: 'account', text: filters.account.map((id) => accountNames[id] ?? '').join(', ') }
      : null,
    filters.category
      ? {
          name: 'category',
          text:
            filters.category === 'none'
              ? c('uncategorised')
              : (byId.get(filters.category)?.name ?? t('category')),
        }
      : null,
    filters.from ? { name: 'from', text: t('chipFrom', { date: day(filters.from) }) } : null,
    filters.to ? { name: 'to', text: t('chipTo', { date: day(filters.to) }) } : null,
    filters.min ? { name: 'min', text: t('chipMin', { amount: filters.min }) } : null,
    filters.max ? { name: 'max', text: t('chipMax', { amount: filters.max }) } : null,
    filters.status ? { name: 'status', text: t(filters.status) } : null,
    filters.kind ? { name: 'kind', text: t(`kind.${filters.kind}`) } : null,
    filters.bucket
      ? { name: 'bucket', text: filters.bucket.map((bucket) => t(`bucket.${bucket}`)).join(', ') }
      : null,
    filters.merchant ? { name: 'merchant', text: t('chipMerchant', { name: filters.merchant }) } : null,
    filters.review ? { name: 'review', text: t('review') } : null,
    filters.importId ? { name: 'import', text: t('chipImport') } : null,
  ]
  return chips.filter((chip) => chip !== null)
}

/** Search, the filters that are set as removable words, and the sheet that sets them. */
export function FilterBar({ accountNames }: FilterBarProps) {
  const t = useTranslations('transactions')
  const id = useId()
  const { values, busy, set, clear } = useFilterState()
  const [text, setText] = useState(values.q ?? '')
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const chips = useChips(values, accountNames)
  const wanted = values.search !== null

  useEffect(() => {
    if (wanted) field.current?.focus()
  }, [wanted])

  // A link or the back button may change the words; while somebody types, what they type stands.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(values.q ?? '')
  }, [values.q])
  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set({ q: next || null }), 250)
  }

  const clearAll = () => {
    clearTimeout(timer.current)
    setText('')
    clear()
  }

  return (
    <div className="mb-3 flex flex-col gap-2" aria-busy={busy}>
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1 sm:max-w-md">
          <label htmlFor={id} className="sr-only">
            {t('search')}
          </label>
          <Icon
            of={Search}
            size={16}
            className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
          />
          <Input
            id={id}
            ref={field}
            type="search"
            data-search
            autoComplete="off"
            className="pl-9"
            placeholder={t('search')}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        </div>
        <FilterSheet
          values={values}
          accountNames={accountNames}
          onApply={set}
          trigger={
            <Button icon={<Icon of={SlidersHorizontal} size={16} />}>
              {t('filtersOn', { count: chips.length })}
            </Button>
          }
        />
      </div>
      {chips.length > 0 && (
        <ul className="flex flex-wrap items-center gap-1.5">
          {chips.map((chip) => (
            <li key={chip.name}>
              <button
                type="button"
                aria-label={t('removeFilter', { name: chip.text })}
                onClick={() => set({ [chip.name]: null })}
                className="move inline-flex min-h-8 max-w-72 items-center gap-1.5 rounded-full border border-border bg-surface py-0.5 pr-2 pl-3 text-label transition-colors hover:border-border-strong"
              >
                <span className="truncate">{chip.text}</span>
                <Icon of={X} size={16} className="text-muted" />
              </button>
            </li>
          ))}
          <li>
            <Button kind="quiet" onClick={clearAll}>
              {t('clearAll')}
            </Button>
          </li>
        </ul>
      )}
    </div>
  )
}
