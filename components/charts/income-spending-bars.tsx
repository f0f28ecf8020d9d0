import { useLocale, useTranslations } from 'next-intl'
import { formatMonth } from '#lib/i18n/format.ts'
import { ChartAmount } from './chart-amount.tsx'
import { ChartFrame, type ChartFrameProps, LegendItem } from './chart-frame.tsx'
import { ChartTable } from './chart-table.tsx'
import type { FlowPlotProps } from './flow-plot.tsx'
import { LazyFlowPlot } from './lazy-plots.tsx'

export type IncomeSpendingBarsProps = FlowPlotProps & Omit<ChartFrameProps, 'table' | 'children' | 'legend'>

/** Money in beside money out, month by month; a month that is not over is faded. */
export function IncomeSpendingBars({ label, currency, months, ...frame }: IncomeSpendingBarsProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  const open = months.find((month) => month.partial)
  const legend = (
    <>
      <LegendItem colour="var(--chart-income)">{t('chartIncome')}</LegendItem>
      <LegendItem colour="var(--chart-expense)">{t('chartSpending')}</LegendItem>
      {open && <span>{t('chartNotOver', { month: formatMonth(open.month, locale) })}</span>}
    </>
  )
  const table = (
    <ChartTable
      caption={label}
      nameHeading={t('chartMonth')}
      figureHeadings={[t('chartIncome'), t('chartSpending'), t('chartNet')]}
      rows={months.map((month) => ({
        key: month.month,
        name: formatMonth(month.month, locale, true),
        href: month.href,
        figures: [
          <ChartAmount key="income" value={month.income} currency={currency} />,
          <ChartAmount key="spending" value={month.spending} currency={currency} />,
          <ChartAmount key="net" value={month.income - month.spending} currency={currency} />,
        ],
      }))}
    />
  )
  return (
    <ChartFrame {...frame} legend={legend} table={table}>
      <LazyFlowPlot label={label} currency={currency} months={months} />
    </ChartFrame>
  )
}
