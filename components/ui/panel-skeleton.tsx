import { useTranslations } from 'next-intl'
import { Card, type CardSpan } from './card.tsx'
import { classNames } from './class-names.ts'

export type PanelSkeletonProps = {
  span?: CardSpan
  /** A chart's place, of the chart's own height. */
  chart?: boolean
  /** How many two-line rows the panel will have. */
  rows?: number
  /** Whether a takeaway sentence will stand under the heading. */
  takeaway?: boolean
  className?: string
}

const widths = ['w-4/5', 'w-3/5', 'w-2/3', 'w-3/4', 'w-7/12']

/** The place of a panel until it arrives: same frame, same height, nothing for the first 150 ms. */
export function PanelSkeleton({ span, chart, rows = 0, takeaway = true, className }: PanelSkeletonProps) {
  const t = useTranslations('common')
  return (
    <Card span={span} busy className={className}>
      <p className="sr-only">{t('loading')}</p>
      <div aria-hidden className="skeleton-late">
        <div className="skeleton my-1 h-4 w-28" />
        {takeaway && <div className="skeleton mt-4 mb-6 h-5 w-4/5" />}
        {chart && <ChartSkeleton />}
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          <div key={row} className="flex h-14 items-center gap-4 border-t border-border first:border-t-0">
            <div className={classNames('skeleton h-4', widths[row % widths.length])} />
            <div className="skeleton ml-auto h-4 w-20" />
          </div>
        ))}
      </div>
    </Card>
  )
}

/** The space of a chart: 200 px on a phone, 280 px from there on. */
export const chartHeightClass = 'h-50 sm:h-70'

export function ChartSkeleton() {
  return <div aria-hidden className={classNames('skeleton w-full', chartHeightClass)} />
}

/** A line of text that is still to come. */
export function LineSkeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('skeleton h-4', className ?? 'w-3/5')} />
}
