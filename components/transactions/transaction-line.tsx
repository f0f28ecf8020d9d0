'use client'

import { ArrowLeftRight, CircleHelp, NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { isSuggestion } from '#lib/categories/view.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { neverPosted } from '#lib/transactions/never-posted.ts'
import type { TransactionRow } from '#lib/transactions/types.ts'
import { CategoryButton } from './category-button.tsx'

export type TransactionLineProps = {
  row: TransactionRow
  accountName: string
  today: CalendarDate
  /** Show the currency's code: the list has several. */
  code: boolean
  active: boolean
  onOpen: () => void
  onCategory: (categoryId: string | null) => void
}

const isMove = (row: TransactionRow): boolean =>
  row.bucket === 'transfer' || row.bucket === 'card_payment' || row.bucket === 'investment'

/** One row: payee, category, account and amount side by side; on a phone two lines. */
export function TransactionLine({
  row,
  accountName,
  today,
  code,
  active,
  onOpen,
  onCategory,
}: TransactionLineProps) {
  const t = useTranslations('transactions')
  const faded = row.status === 'pending' || row.excluded
  return (
    <div
      data-row={row.id}
      data-active={active || undefined}
      className={classNames(
        'move relative grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-1.5 transition-colors hover:bg-inset/60 sm:min-h-13 sm:px-6 sm:py-1',
        'lg:grid-cols-[minmax(0,1fr)_13rem_11rem_9rem]',
        'data-active:bg-accent-wash data-active:shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      <div className="flex min-w-0 items-center gap-2">
        <button
          type="button"
          data-open
          onClick={onOpen}
          aria-label={t('open', { payee: row.payee })}
          className={classNames(
            'min-h-6 min-w-0 truncate rounded-small text-left font-medium after:absolute after:inset-0 hover:underline',
            faded && 'text-muted',
          )}
        >
          {row.payee}
        </button>
        {isMove(row) && <Icon of={ArrowLeftRight} size={16} className="text-subtle" />}
        {row.hasNote && (
          <>
            <Icon of={NotebookPen} size={16} className="text-subtle" />
            <span className="sr-only">{t('hasNote')}</span>
          </>
        )}
        {row.status === 'pending' && (
          <Badge tone={neverPosted(row, today) ? 'warning' : undefined}>
            {t(neverPosted(row, today) ? 'neverPosted' : 'pending')}
          </Badge>
        )}
        {row.excluded && <Badge>{t('excludedBadge')}</Badge>}
        {row.bucket === 'refund' && <Badge tone="positive">{t('refund')}</Badge>}
        {row.tags.slice(0, 2).map((tag) => (
          <Badge key={tag} className="hidden max-w-28 truncate sm:inline-block">
            {tag}
          </Badge>
        ))}
      </div>
      <div className="col-start-1 row-start-2 -ml-2 flex min-w-0 items-center lg:col-start-2 lg:row-start-1">
        {row.isSplit ? (
          <span className="px-2 text-label text-muted">{t('split')}</span>
        ) : (
          <>
            <CategoryButton row={row} onChange={onCategory} className="relative z-10" />
            {isSuggestion(row) && (
              <span title={t('suggestionHint')} className="relative z-10 flex shrink-0 text-subtle">
                <Icon of={CircleHelp} size={16} />
                <span className="sr-only">{t('suggestionHint')}</span>
              </span>
            )}
          </>
        )}
      </div>
      <div className="col-start-2 row-start-2 max-w-36 truncate text-right text-label text-subtle lg:col-start-3 lg:row-start-1 lg:max-w-none lg:text-left">
        {accountName}
      </div>
      <div className="col-start-2 row-start-1 text-right font-medium lg:col-start-4">
        <Amount value={row.amount} code={code} tone={faded || isMove(row) ? 'muted' : 'flow'} sign="always" />
      </div>
    </div>
  )
}
