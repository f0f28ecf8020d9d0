import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { money } from '#lib/core/money.ts'
import { formatList } from '#lib/i18n/format.ts'
import type { TransactionTotals } from '#lib/transactions/types.ts'

const says = { pending: 'leftPending', excluded: 'leftExcluded', transfer: 'leftTransfer' } as const

/** How many rows, what they sum to per currency, and what the sums leave out. */
export function TotalsLine({ totals }: { totals: TransactionTotals }) {
  const t = useTranslations('transactions')
  const locale = useLocale()
  const several = totals.currencies.length > 1
  const left = totals.leftOut.map(({ reason, count }) => t(says[reason], { count }))
  return (
    <div
      role="status"
      className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-border px-4 py-3 sm:px-6"
    >
      <span className="font-medium">{t('totalRows', { count: totals.count })}</span>
      {totals.currencies.map((sums) => (
        <span key={sums.currency} className="inline-flex flex-wrap items-baseline gap-x-4 text-muted">
          <span>
            {t('totalIn')}{' '}
            <Amount
              value={money(sums.in, sums.currency)}
              tone="flow"
              code={several}
              className="font-medium"
            />
          </span>
          <span>
            {t('totalOut')}{' '}
            <Amount value={money(sums.out, sums.currency)} code={several} className="font-medium text-text" />
          </span>
        </span>
      ))}
      {left.length > 0 && (
        <span className="text-label text-subtle">{t('leftOut', { list: formatList(left, locale) })}</span>
      )}
    </div>
  )
}
