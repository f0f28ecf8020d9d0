import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#lib/i18n/format.ts'
import { ChartAmount } from './chart-amount.tsx'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { ChartTable } from './chart-table.tsx'
import { LazyPacePlot } from './lazy-plots.tsx'
import { OnDemand } from './on-demand.tsx'
import type { PacePlotProps } from './pace-plot.tsx'
import { PaceSketch } from './pace-sketch.tsx'

export type PaceLineProps = PacePlotProps & Omit<ChartFrameProps, 'table' | 'children' | 'legend'>

/** This month (solid) against the usual month (dotted). `label` says what is drawn, without amounts. */
export function PaceLine({ label, currency, days, today, ...frame }: PaceLineProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  const table = (
    <ChartTable
      caption={label}
      nameHeading={t('chartDate')}
      figureHeadings={[t('chartThisMonth'), t('chartUsual')]}
      rows={days.map((day) => ({
        key: day.date,
        name: formatDate(day.date, locale),
        href: day.current === null ? undefined : day.href,
        figures: [
          <ChartAmount key="current" value={day.current} currency={currency} />,
          <ChartAmount key="usual" value={day.usual} currency={currency} />,
        ],
      }))}
    />
  )
  return (
    <ChartFrame {...frame} table={table}>
      <OnDemand label={label} sketch={<PaceSketch currency={currency} days={days} today={today} />}>
        <LazyPacePlot label={label} currency={currency} days={days} today={today} />
      </OnDemand>
    </ChartFrame>
  )
}
