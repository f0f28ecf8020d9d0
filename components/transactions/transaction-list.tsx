'use client'
'use no memo'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { usePreferences } from '#components/shell/preferences-provider.tsx'
import { Button } from '#components/ui/button.tsx'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { formatDayHeading } from '#lib/i18n/format.ts'
import type { TransactionFilters } from '#lib/transactions/schema.ts'
import type { TransactionPage } from '#lib/transactions/types.ts'
import { listItems } from './list-items.ts'
import { TransactionDetails } from './transaction-details.tsx'
import { TransactionLine } from './transaction-line.tsx'
import { useRows } from './use-rows.ts'

export type TransactionListProps = {
  first: TransactionPage
  filters: TransactionFilters
  accountNames: Readonly<Record<string, string>>
  today: CalendarDate
  code: boolean
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null

/** The list: only what is on the screen is in the page; j and k move, Enter opens, e changes the category. */
export function TransactionList({ first, filters, accountNames, today, code }: TransactionListProps) {
  const t = useTranslations('transactions')
  const locale = useLocale()
  const shortcuts = usePreferences().shortcuts
  const { rows, hasMore, loading, loadMore, patch, remove } = useRows(first, filters)
  const [active, setActive] = useState(-1)
  const [open, setOpen] = useState<string | null>(null)
  const frame = useRef<HTMLElement>(null)
  const [top, setTop] = useState(0)
  const items = listItems(rows)
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (items[index]?.type === 'day' ? 40 : 56),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
    initialRect: { width: 1280, height: 900 },
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => setTop(frame.current?.offsetTop ?? 0), [])
  const more = useEffectEvent(() => loadMore())
  useEffect(() => {
    if (hasMore && last >= items.length - 20) more()
  }, [hasMore, last, items.length])

  const activeId = rows[active]?.id
  useEffect(() => {
    if (activeId && !isTyping(document.activeElement))
      frame.current
        ?.querySelector<HTMLElement>(`[data-row="${activeId}"] [data-open]`)
        ?.focus({ preventScroll: true })
  }, [activeId])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = { j: 1, k: -1 }[event.key]
    const row = rows[active]
    if (step) {
      const next = Math.max(0, Math.min(rows.length - 1, active + step))
      setActive(next)
      virtual.scrollToIndex(
        items.findIndex((item) => item.type === 'row' && item.index === next),
        { align: 'auto' },
      )
    } else if (row && event.key === 'e')
      frame.current?.querySelector<HTMLElement>(`[data-row="${row.id}"] [data-category]`)?.click()
    else if (row && event.key === 'o') setOpen(row.id)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <section
        ref={frame}
        aria-label={t('list')}
        aria-busy={loading}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {shown.map((place) => {
          const item = items[place.index]
          if (!item) return null
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={place.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${place.start - virtual.options.scrollMargin}px)` }}
            >
              {item.type === 'day' ? (
                <h2 className="flex h-10 items-end border-b border-border px-4 pb-1.5 text-label font-medium text-muted sm:px-6">
                  <time dateTime={item.date}>{formatDayHeading(item.date, today, locale)}</time>
                </h2>
              ) : (
                <article className="border-b border-border/60">
                  <TransactionLine
                    today={today}
                    row={item.row}
                    accountName={accountNames[item.row.accountId] ?? ''}
                    code={code}
                    active={item.index === active}
                    onOpen={() => {
                      setActive(item.index)
                      setOpen(item.row.id)
                    }}
                    onCategory={(categoryId) => patch(item.row.id, { categoryId, categorySource: 'user' })}
                  />
                </article>
              )}
            </div>
          )
        })}
      </section>
      <div className="flex min-h-14 items-center justify-center px-4 text-label text-subtle" role="status">
        {hasMore ? (
          <Button kind="quiet" busy={loading} onClick={loadMore}>
            {loading ? t('loadingMore') : t('loadMore')}
          </Button>
        ) : (
          t('end')
        )}
      </div>
      <TransactionDetails id={open} onClose={() => setOpen(null)} onPatch={patch} onRemove={remove} />
    </>
  )
}
