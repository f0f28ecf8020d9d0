import { getTranslations } from 'next-intl/server'
import { ChartAmount } from '#components/charts/chart-amount.tsx'
import { ChartFrame } from '#components/charts/chart-frame.tsx'
import { ChartTable } from '#components/charts/chart-table.tsx'
import { Heatmap } from '#components/charts/heatmap.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { addDays, eachDay, weekdayOf } from '#lib/core/calendar.ts'
import { formatFullDate, formatNumber, formatPercent } from '#lib/i18n/format.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { spendingBy } from '#lib/spending/queries.ts'
import { heatView } from '#lib/spending/view.ts'

const weeks = 12

/** Twelve weeks of days, darker where more was spent. */
export async function DaysPanel({ scope, chosen }: PageBasis) {
  const { locale } = scope
  const to = chosen.until
  const from = addDays(to, 1 - weekdayOf(to) - (weeks - 1) * 7)
  const [t, common, spending] = await Promise.all([
    getTranslations('dashboard'),
    getTranslations('common'),
    spendingBy(scope, { from, to, groupBy: 'day' }),
  ])
  const { days, weekendPercent } = heatView(spending, eachDay(from, to))
  const ratio = weekendPercent === null ? null : weekendPercent / 100
  const takeaway =
    ratio === null
      ? t('daysFew')
      : ratio >= 1.75
        ? t('daysTwice', { factor: formatNumber(ratio, locale, 1) })
        : ratio >= 1.15
          ? t('daysMore', { percent: formatPercent(ratio - 1, locale) })
          : ratio <= 0.87
            ? t('daysLess', { percent: formatPercent(1 / ratio - 1, locale) })
            : t('daysSame')
  return (
    <ChartFrame
      span="narrow"
      heading={t('days')}
      link={{ href: rowsHref({ from, to, counts: 'spending' }), label: t('daysLink') }}
      takeaway={takeaway}
      table={
        <ChartTable
          caption={t('daysChart')}
          nameHeading={common('chartDate')}
          figureHeadings={[common('chartSpending')]}
          rows={[...days].reverse().map((day) => ({
            key: day.date,
            name: formatFullDate(day.date, locale),
            href: day.amount === 0 ? undefined : day.href,
            figures: [<ChartAmount key="amount" value={day.amount} currency={spending.currency} />],
          }))}
        />
      }
    >
      <Heatmap label={t('daysChart')} days={days} />
    </ChartFrame>
  )
}
