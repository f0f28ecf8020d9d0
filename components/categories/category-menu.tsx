'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { chartColour } from '#components/charts/chart-colour.ts'
import { Dot } from '#components/ui/badge.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'
import { fold } from '#lib/merchants/words.ts'
import { useCategories } from './category-context.tsx'
import type { CategoryOption } from './category-options.ts'

export type CategoryMenuProps = {
  value: string | null
  onPick: (id: string | null) => void
  /** Under the list: "always for this payee". */
  footer?: ReactNode
}

type Entry = CategoryOption | null

/** A searchable list of categories: type to narrow, arrows to move, Enter to choose. Put it into a Popover. */
export function CategoryMenu({ value, onPick, footer }: CategoryMenuProps) {
  const t = useTranslations('transactions')
  const none = useTranslations('categories')('uncategorised')
  const listId = useId()
  const { options } = useCategories()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const words = fold(query.trim())
  const found: Entry[] = words ? options.filter((option) => option.words.includes(words)) : [null, ...options]

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((index) => Math.max(0, Math.min(found.length - 1, index + step)))
    else if (event.key === 'Enter' && found.length > 0) onPick(found[active]?.id ?? null)
    else return
    event.preventDefault()
  }

  return (
    <div className="flex flex-col gap-2">
      <Input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={`${listId}-${active}`}
        aria-label={t('searchCategory')}
        placeholder={t('searchCategory')}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKey}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t('pickCategory')}
        className="max-h-64 overflow-y-auto overscroll-contain"
      >
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above has the keys
          <div
            key={option?.id ?? 'none'}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={(option?.id ?? null) === value}
            data-active={index === active || undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => onPick(option?.id ?? null)}
            className={classNames(
              'control flex cursor-pointer items-center gap-2.5 rounded-small px-2 text-sm data-active:bg-inset',
              option?.group && !words && 'pl-6',
            )}
          >
            <Dot colour={option ? chartColour(option.color) : 'var(--border-strong)'} />
            <span className={classNames('min-w-0 flex-1 truncate', option?.group === null && 'font-medium')}>
              {option?.name ?? none}
              {words && option?.group && <span className="text-subtle"> · {option.group}</span>}
            </span>
            {(option?.id ?? null) === value && <Icon of={Check} size={16} className="text-accent" />}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-2 text-muted">
          {t('noCategoryFound')}
        </p>
      )}
      {footer && <div className="-mx-4 -mb-4 border-t border-border px-4">{footer}</div>}
    </div>
  )
}
