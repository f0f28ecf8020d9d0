'use client'

import { useLocale, useTranslations } from 'next-intl'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { formatChartAmount, formatCompactMoney, formatDate, formatDayMonth } from '#lib/i18n/format.ts'
import { axisLook, axisWidth, cursorLook, gridLook, moneyAxisLook } from './axis-style.ts'
import { AxisTick, anchorAt } from './axis-tick.tsx'
import type { PaceDay } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { ActiveMark, MarkKeys, useMarkLinks } from './mark-links.tsx'
import { Measured, type PlotSize } from './measured.tsx'
import { PlotLabel } from './plot-label.tsx'
import { axisTicks } from './scale.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

export type PacePlotProps = { label: string; currency: string; days: readonly PaceDay[]; today: CalendarDate }

export const PacePlot = (props: PacePlotProps) => (
  <Measured>{(size) => <Plot {...props} size={size} />}</Measured>
)

function Plot({ label, currency, days, today, size }: PacePlotProps & { size: PlotSize }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const links = useMarkLinks(days)
  const still = useReducedMotion()
  const high = Math.max(1, ...days.flatMap((day) => [day.current ?? 0, day.usual ?? 0]))
  const ticks = axisTicks(0, high, 4)
  const last = days.length - 1
  const dayTicks = (size.narrow ? [0, 14, last] : [0, 7, 14, 21, last]).map(
    (index) => days[index]?.date ?? today,
  )
  const width = axisWidth(ticks.map((tick) => formatCompactMoney(tick, locale, currency)))
  const now = days.find((day) => day.date === today)
  const end = days[last]
  const above = (now?.current ?? 0) > (now?.usual ?? 0)
  const todayText = t('chartToday', {
    amount: formatChartAmount(now?.current ?? 0, locale, currency, { cents: false }),
  })
  const late = days.findIndex((day) => day.date === today) > last / 2
  return (
    <MarkKeys active={links.active}>
      <ComposedChart
        width={size.width}
        height={size.height}
        data={[...days]}
        margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer
        role="img"
        aria-label={label}
        onClick={links.onClick}
        style={links.style}
      >
        <ActiveMark active={links.active} />
        <CartesianGrid {...gridLook} />
        <XAxis
          dataKey="date"
          ticks={dayTicks}
          interval={0}
          {...axisLook}
          tick={({ x, y, index, payload }) => (
            <AxisTick
              x={x}
              y={y}
              label={formatDayMonth(payload.value, locale)}
              anchor={anchorAt(index, dayTicks.length)}
            />
          )}
        />
        <YAxis
          width={width}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? high]}
          tickFormatter={(value: number) => formatCompactMoney(value, locale, currency)}
          {...moneyAxisLook}
        />
        <Tooltip
          cursor={cursorLook}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const day: PaceDay | undefined = payload?.[0]?.payload
            if (!active || !day) return null
            const rows = [
              {
                name: t('chartUsual'),
                value: day.usual,
                colour: 'var(--text-subtle)',
                line: 'dotted' as const,
              },
            ]
            const current = { name: t('chartThisMonth'), value: day.current, colour: 'var(--accent)' }
            return (
              <ChartTooltip
                title={formatDate(day.date, locale)}
                currency={currency}
                rows={day.current === null ? rows : [current, ...rows]}
              />
            )
          }}
        />
        <Line
          dataKey="usual"
          stroke="var(--text-subtle)"
          strokeWidth={1.5}
          strokeDasharray="1 5"
          strokeLinecap="round"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Area
          dataKey="current"
          stroke="var(--accent)"
          strokeWidth={2.25}
          strokeLinejoin="round"
          fill="var(--accent)"
          fillOpacity={0.08}
          dot={false}
          activeDot={{ r: 4, fill: 'var(--accent)', stroke: 'var(--surface)', strokeWidth: 2 }}
          isAnimationActive={!still}
          animationDuration={160}
        />
        {now && typeof now.current === 'number' && (
          <>
            <ReferenceLine
              segment={[
                { x: today, y: 0 },
                { x: today, y: now.current },
              ]}
              stroke="var(--border-strong)"
              strokeDasharray="2 3"
            />
            <ReferenceDot
              x={today}
              y={now.current}
              r={4.5}
              fill="var(--accent)"
              stroke="var(--surface)"
              strokeWidth={2}
            />
            <ReferenceDot
              x={today}
              y={0}
              r={0}
              label={
                <PlotLabel
                  strong
                  text={todayText}
                  dx={late ? -8 : 8}
                  dy={-8}
                  anchor={late ? 'end' : 'start'}
                />
              }
            />
          </>
        )}
        {end && typeof end.usual === 'number' && (
          <ReferenceDot
            x={end.date}
            y={end.usual}
            r={0}
            label={<PlotLabel text={t('chartUsual')} dx={0} dy={above ? 18 : -10} anchor="end" />}
          />
        )}
      </ComposedChart>
    </MarkKeys>
  )
}
