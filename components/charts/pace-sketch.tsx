import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import { chartHeightClass } from '#components/ui/panel-skeleton.tsx'
import { formatChartAmount, formatCompactMoney, formatDayMonth } from '#lib/i18n/format.ts'
import { axisWidth } from './axis-style.ts'
import type { PacePlotProps } from './pace-plot.tsx'
import { axisTicks } from './scale.ts'

const side = (index: number, count: number): string =>
  index === 0 ? '' : index === count - 1 ? '-translate-x-full' : '-translate-x-1/2'

/** The pace line drawn on the server, to the measure of `PacePlot`: it is there at once and costs no script. */
export function PaceSketch({ currency, days, today }: Omit<PacePlotProps, 'label'>) {
  const locale = useLocale()
  const t = useTranslations('common')
  const ticks = axisTicks(0, Math.max(1, ...days.flatMap((day) => [day.current ?? 0, day.usual ?? 0])), 4)
  const high = ticks.at(-1) ?? 1
  const last = days.length - 1
  const labels = ticks.map((tick) => formatCompactMoney(tick, locale, currency))
  const x = (index: number) => (index / Math.max(1, last)) * 100
  const y = (value: number) => 100 - (value / high) * 100
  const line = (values: readonly (number | null)[]) =>
    values.flatMap((value, index) => (value === null ? [] : [`${x(index)},${y(value)}`])).join(' ')
  const current = line(days.map((day) => day.current))
  const now = days.findIndex((day) => day.date === today)
  const spent = days[now]?.current ?? null
  const marks = [0, 7, 14, 21, last]
  return (
    <div aria-hidden className={classNames('relative text-xs text-subtle', chartHeightClass)}>
      <div className="absolute top-5 right-2 bottom-7.5" style={{ left: axisWidth(labels) }}>
        {ticks.map((tick, index) => (
          <div
            key={tick}
            className="absolute inset-x-0 border-t border-border"
            style={{ top: `${y(tick)}%` }}
          >
            <span className="num chart-scale absolute right-full -translate-y-1/2 pr-2">{labels[index]}</span>
          </div>
        ))}
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <title>{t('chartThisMonth')}</title>
          {spent !== null && (
            <polygon points={`0,100 ${current} ${x(now)},100`} fill="var(--accent)" opacity="0.08" />
          )}
          <g fill="none" vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round">
            <polyline
              points={line(days.map((day) => day.usual))}
              stroke="var(--text-subtle)"
              strokeWidth="1.5"
              strokeDasharray="1 5"
              vectorEffect="non-scaling-stroke"
            />
            <polyline
              points={current}
              stroke="var(--accent)"
              strokeWidth="2.25"
              vectorEffect="non-scaling-stroke"
            />
          </g>
        </svg>
        {spent !== null && (
          <>
            <span
              className="absolute bottom-0 border-l border-dashed border-border-strong"
              style={{ left: `${x(now)}%`, top: `${y(spent)}%` }}
            />
            <span
              className="absolute size-2.5 -translate-1/2 rounded-full bg-accent ring-2 ring-surface"
              style={{ left: `${x(now)}%`, top: `${y(spent)}%` }}
            />
            <span
              className={classNames(
                'num chart-scale absolute bottom-1 px-2 font-semibold text-text',
                now > last / 2 && '-translate-x-full',
              )}
              style={{ left: `${x(now)}%` }}
            >
              {t('chartToday', { amount: formatChartAmount(spent, locale, currency, { cents: false }) })}
            </span>
          </>
        )}
        <span
          className="absolute right-0 -translate-y-6 text-muted"
          style={{ top: `${y(days[last]?.usual ?? 0)}%` }}
        >
          {days[last]?.usual ? t('chartUsual') : null}
        </span>
        {marks.map((mark, index) => (
          <span
            key={mark}
            className={classNames(
              'absolute top-full pt-2 whitespace-nowrap',
              side(index, marks.length),
              index % 2 === 1 && 'max-sm:hidden',
            )}
            style={{ left: `${x(mark)}%` }}
          >
            {days[mark] && formatDayMonth(days[mark].date, locale)}
          </span>
        ))}
      </div>
    </div>
  )
}
