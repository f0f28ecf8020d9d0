'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCategories } from '#components/categories/category-context.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { Day } from '#components/ui/time.tsx'
import { isSuggestion } from '#lib/categories/view.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import type { Transaction } from '#lib/transactions/types.ts'

/** Where a row came from: the bank's words, ids, and how its category was found. */
export function DetailFacts({ row }: { row: Transaction }) {
  const t = useTranslations('transactions')
  const locale = useLocale()
  const { byId } = useCategories()
  const category = row.categoryId ? byId.get(row.categoryId)?.name : undefined
  const sure =
    row.categoryConfidence !== null && row.categorySource !== 'user'
      ? `, ${t('confidence', { percent: formatNumber(row.categoryConfidence, locale) })}`
      : ''
  const facts = [
    {
      label: t('categoryHow'),
      value:
        category &&
        row.categorySource &&
        `${category} · ${t(`source.${row.categorySource}`)}${sure}${isSuggestion(row) ? ` · ${t('suggestion')}` : ''}`,
    },
    { label: t('madeOn'), value: row.transactionDate && <Day date={row.transactionDate} /> },
    { label: t('memo'), value: row.memo },
    { label: t('checkNumber'), value: row.checkNumber },
    { label: t('externalId'), value: row.externalId },
  ].filter((fact) => fact.value)
  return (
    <section className="flex flex-col gap-2">
      <div>
        <h3 className="text-label font-medium text-muted">{t('rawText')}</h3>
        <p className="mt-1 rounded-small bg-inset px-3 py-2 font-mono text-xs wrap-anywhere">
          {row.rawDescription}
        </p>
      </div>
      <DataList items={facts} className="text-label wrap-anywhere" />
      <p>
        <Link
          href={`/transactions?merchant=${encodeURIComponent(row.merchantKey)}`}
          className="inline-flex min-h-10 items-center text-label font-medium text-accent hover:underline"
        >
          {t('samePayee')}
        </Link>
      </p>
    </section>
  )
}
