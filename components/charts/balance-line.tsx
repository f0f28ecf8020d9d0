import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#lib/i18n/format.ts'
import type { BalancePlotProps } from './balance-plot.tsx'
import { ChartAmount } from './chart-amount.tsx'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { ChartTable } from './chart-table.tsx'
import { LazyBalancePlot } from './lazy-plots.tsx'

export type BalanceLineProps = BalancePlotProps & Omit<ChartFrameProps, 'table' | 'children' | 'legend'>

/** A balance over time. It starts at its own low, not at zero: a stock, not a flow. */
export function BalanceLine({ label, currency, points, ...frame }: BalanceLineProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  const table = (
    <ChartTable
      caption={label}
      nameHeading={t('chartDate')}
      figureHeadings={[t('chartBalance')]}
      rows={points.map((point) => ({
        key: point.date,
        name: formatDate(point.date, locale),
        href: point.href,
        figures: [<ChartAmount key="balance" value={point.balance} currency={currency} />],
      }))}
    />
  )
  return (
    <ChartFrame {...frame} table={table}>
      <LazyBalancePlot label={label} currency={currency} points={points} />
    </ChartFrame>
  )
}
